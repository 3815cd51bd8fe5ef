package org.semcollector.app.ui.sync;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.semcollector.app.setup.PrepareResult;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.SetUpPreparation;
import org.semcollector.app.sync.server.ServerDevice;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.protocol.meter.Ssid;

/// Which meter is to become which device of the server: prepared here, done on site.
public final class PrepareViewModel {
  private static final Pattern SSID = Pattern.compile("SEM-[0-9a-f]{2}(:[0-9a-f]{2}){5}", Pattern.CASE_INSENSITIVE);

  /// A meter that may be chosen.
  ///
  /// @param taken whether it has a token already
  public record Candidate(Ssid ssid, String name, boolean taken) {
    boolean isNamed() {
      return !name.equals(ssid.value());
    }
  }

  private final SetUpPreparation preparation;
  private final Tasks tasks;
  private final Messages messages;
  private final ObservableList<PreparedSetUp> prepared = FXCollections.observableArrayList();
  private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
  private final StringProperty meter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<ServerDevice>> device = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper mayInsist = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private boolean busy;

  public PrepareViewModel(SetUpPreparation preparation, Tasks tasks, Messages messages) {
    this.preparation = preparation;
    this.tasks = tasks;
    this.messages = messages;
    meter.subscribe(_ -> mayInsist.set(false));
  }

  /// Reads what is prepared.
  public void reload() {
    tasks.run(messages.text("task.prepare"), _ -> preparation.all(), prepared::setAll, this::failed);
  }

  /// The meters that are known or in range.
  public void candidates(List<Candidate> known) {
    candidates.setAll(known);
  }

  /// Begins with a device.
  public void open(ServerDevice wanted) {
    meter.set("");
    problem.set("");
    said.set("");
    mayInsist.set(false);
    device.set(Optional.of(wanted));
  }

  /// Ends without preparing.
  public void close() {
    problem.set("");
    mayInsist.set(false);
    device.set(Optional.empty());
  }

  /// Prepares the meter for the device; what speaks against it is said.
  public void prepare() {
    prepare(false);
  }

  /// Prepares it although something speaks against it.
  public void insist() {
    prepare(true);
  }

  private void prepare(boolean insist) {
    Optional<ServerDevice> wanted = device.get();
    Optional<String> token = token();
    if (busy || wanted.isEmpty() || token.isEmpty())
      return;
    Optional<Ssid> ssid = chosen();
    if (ssid.isEmpty()) {
      problem.set(messages.text("prepare.which"));
      return;
    }
    busy = true;
    var info = wanted.get().device();
    tasks.run(messages.text("task.prepare"), _ -> preparation.prepare(ssid.get(), token.get(),
        Optional.of(info.name()), insist), this::ended, this::failed);
  }

  private void ended(PrepareResult result) {
    busy = false;
    switch (result) {
      case PrepareResult.Prepared(PreparedSetUp setUp) -> {
        close();
        said.set(messages.text("prepare.done", setUp.ssid().value(), setUp.name().orElse("")));
        reload();
      }
      case PrepareResult.Refused(String sentence, boolean insistable) -> {
        problem.set(sentence);
        mayInsist.set(insistable);
      }
    }
  }

  /// Forgets what is prepared for a meter.
  public void takeBack(PreparedSetUp setUp) {
    tasks.run(messages.text("task.prepare"), _ -> {
      preparation.takeBack(setUp.ssid());
      return preparation.all();
    }, left -> {
      prepared.setAll(left);
      said.set(messages.text("prepare.taken-back", setUp.ssid().value()));
    }, this::failed);
  }

  private void failed(Throwable failure) {
    busy = false;
    problem.set(messages.text("prepare.failed", String.valueOf(failure.getMessage())));
  }

  /// The meter in what was chosen or typed: its SSID anywhere in it, or the name of one that is known.
  private Optional<Ssid> chosen() {
    String text = meter.get().strip();
    Matcher found = SSID.matcher(text);
    return found.find()
        ? Ssid.parse(found.group())
        : candidates.stream().filter(known -> known.name().equalsIgnoreCase(text)).map(Candidate::ssid).findFirst();
  }

  /// What stands in the list for a meter.
  public String text(Candidate candidate) {
    String ssid = candidate.ssid().value();
    String name = candidate.isNamed() ? messages.text("devices.meter", candidate.name(), ssid) : ssid;
    return candidate.taken() ? messages.text("prepare.taken", name) : name;
  }

  /// The set-ups that are prepared with a device's token and not done yet.
  public List<PreparedSetUp> of(ServerDevice wanted) {
    return prepared.stream().filter(setUp -> setUp.doneAt().isEmpty()
        && wanted.accessToken().equals(Optional.of(setUp.token().accessToken()))).toList();
  }

  /// What the chosen device's meter is to keep: its access token and the profile behind it.
  Optional<String> token() {
    return device.get().flatMap(wanted -> wanted.accessToken().map(token -> token + wanted.device().profile().id()));
  }

  /// Everything that is prepared.
  public ObservableList<PreparedSetUp> prepared() {
    return prepared;
  }

  /// Meters to choose from.
  public ObservableList<Candidate> candidates() {
    return candidates;
  }

  /// The meter as chosen or typed.
  public StringProperty meterProperty() {
    return meter;
  }

  /// The device that a meter is chosen for; empty while none is.
  public ReadOnlyObjectProperty<Optional<ServerDevice>> deviceProperty() {
    return device.getReadOnlyProperty();
  }

  /// Whether what was refused is done when told again.
  public ReadOnlyBooleanProperty mayInsistProperty() {
    return mayInsist.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
