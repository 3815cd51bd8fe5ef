package org.semcollector.app.ui.firmware;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.semcollector.app.firmware.ImageFile;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.TypedText;
import org.semcollector.protocol.firmware.ReleaseVersion;

/// The firmware on this laptop: verified packages of the server, and files that somebody looks into.
public final class PackagesViewModel {
  private final FirmwareLibrary library;
  private final Tasks tasks;
  private final Messages messages;
  private final ObservableList<Offer> offers = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Offer>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final TypedText<Optional<ReleaseVersion>> version;
  private final TypedText<Optional<UUID>> profile;
  private Optional<String> wanted = Optional.empty();

  public PackagesViewModel(FirmwareLibrary library, Tasks tasks, Messages messages) {
    this.library = library;
    this.tasks = tasks;
    this.messages = messages;
    version = new TypedText<>(this::version, said -> describe(Optional.of(said), Optional.empty()));
    profile = new TypedText<>(this::profile, said -> describe(Optional.empty(), Optional.of(said)));
  }

  /// Reads what is held; files that were looked into stay.
  public void reload() {
    loading.set(true);
    tasks.run(messages.text("task.firmware"), _ -> held(), found -> {
      loading.set(false);
      problem.set("");
      List<Offer> files = offers.stream().filter(offer -> offer.checksum().isEmpty()).toList();
      offers.setAll(Stream.concat(found.stream(), files.stream()).toList());
      again();
    }, failure -> {
      loading.set(false);
      problem.set(String.valueOf(failure.getMessage()));
    });
  }

  /// Looks into a file and shows what it found, sound or not.
  public void inspect(Path file) {
    tasks.run(messages.text("task.inspect"), _ -> Offer.file(file, ImageFile.read(file)), found -> {
      problem.set("");
      offers.removeIf(offer -> offer.id().equals(found.id()));
      offers.add(found);
      choose(found);
    }, failure -> problem.set(messages.text("firmware.unreadable", String.valueOf(file.getFileName()),
        String.valueOf(failure.getMessage()))));
  }

  /// Shows one of the offers.
  public void choose(Offer offer) {
    wanted = Optional.of(offer.id());
    chosen.set(Optional.of(offer));
    version.show(offer.versionText(), offer.version());
    profile.show(offer.profileId().map(UUID::toString).orElse(""), offer.profileId());
  }

  /// Comes back to an offer of an earlier day once it is listed.
  public void recall(String id) {
    if (wanted.isEmpty())
      wanted = Optional.of(id);
    again();
  }

  private void again() {
    Optional<Offer> same = wanted.flatMap(id -> offers.stream().filter(offer -> offer.id().equals(id)).findFirst());
    if (same.isPresent())
      choose(same.get());
    else if (chosen.get().isEmpty() && !offers.isEmpty())
      choose(offers.getLast());
  }

  private List<Offer> held() throws FirmwareException, IOException {
    List<Offer> held = new ArrayList<>();
    for (HeldFirmware one : library.held())
      held.add(Offer.held(one, ImageFile.read(one.file())));
    return held;
  }

  /// What somebody says of a file from elsewhere.
  private void describe(Optional<Optional<ReleaseVersion>> saidVersion, Optional<Optional<UUID>> saidProfile) {
    chosen.get().filter(offer -> offer.checksum().isEmpty()).ifPresent(offer -> {
      Offer described = offer.as(saidVersion.orElse(offer.version()), saidProfile.orElse(offer.profileId()));
      offers.set(offers.indexOf(offer), described);
      chosen.set(Optional.of(described));
    });
  }

  private Optional<ReleaseVersion> version(String text) {
    if (text.isEmpty())
      return Optional.empty();
    Optional<ReleaseVersion> read = ReleaseVersion.parse(text);
    if (read.isEmpty() || read.get().number().isEmpty())
      throw new IllegalArgumentException(messages.text("firmware.version-wrong"));
    return read;
  }

  private Optional<UUID> profile(String text) {
    if (text.isEmpty())
      return Optional.empty();
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
      throw new IllegalArgumentException(messages.text("firmware.profile-wrong"));
    return Optional.of(UUID.fromString(text));
  }

  ObservableList<Offer> offers() {
    return offers;
  }

  public ReadOnlyObjectProperty<Optional<Offer>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Which version a file from elsewhere is.
  TypedText<Optional<ReleaseVersion>> version() {
    return version;
  }

  /// Which device profile a file from elsewhere is for.
  TypedText<Optional<UUID>> profile() {
    return profile;
  }
}
