package org.semcollector.app.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.wifi.FleetPasswords;
import org.semcollector.protocol.meter.Ssid;

/// The Wi-Fi passwords of meters: one for all, and those of meters that have one of their own. They are kept where
/// secrets are kept; here only whether there is one is known, until somebody asks to see one.
public final class PasswordsViewModel {
  private final FleetPasswords passwords;
  private final Tasks tasks;
  private final Messages messages;
  private final ReadOnlyBooleanWrapper fleetKept = new ReadOnlyBooleanWrapper(false);
  private final ObservableList<Ssid> own = FXCollections.observableArrayList();
  private final StringProperty typed = new SimpleStringProperty("");
  private final StringProperty meter = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private List<Ssid> meters = List.of();

  /// What is kept.
  private record Kept(boolean fleet, List<Ssid> own) {}

  /// Whose password.
  ///
  /// @param meter empty = of all meters without one of their own
  private record Whose(Optional<Ssid> meter) {}

  public PasswordsViewModel(FleetPasswords passwords, Tasks tasks, Messages messages) {
    this.passwords = passwords;
    this.tasks = tasks;
    this.messages = messages;
    meter.subscribe(() -> shown.set(""));
  }

  /// The meters that may have one of their own.
  public void meters(List<Ssid> known) {
    meters = List.copyOf(known);
  }

  /// Asks what is kept; a keyring may ask for its own password.
  public void reload() {
    List<Ssid> asked = meters;
    tasks.run(messages.text("task.keep"),
        _ -> new Kept(passwords.isSet(Optional.empty()), passwords.withTheirOwn(asked)), kept -> {
          fleetKept.set(kept.fleet());
          own.setAll(kept.own());
        }, this::failed);
  }

  /// Keeps the typed password for the chosen meter, or for all meters.
  public void keep() {
    Optional<Whose> whose = whose();
    Optional<Secret> secret = whose.isEmpty() ? Optional.empty() : secret();
    if (secret.isEmpty())
      return;
    tasks.run(messages.text("task.keep"), _ -> passwords.set(whose.get().meter(), secret.get()), place -> {
      typed.set("");
      shown.set("");
      problem.set("");
      said.set(messages.text("passwords.kept", place));
      reload();
    }, this::failed);
  }

  private Optional<Secret> secret() {
    try {
      return Optional.of(new Secret(typed.get()));
    } catch (IllegalArgumentException e) {
      problem.set(messages.text("passwords.blank"));
      return Optional.empty();
    }
  }

  /// Forgets a password.
  public void forget(Optional<Ssid> whose) {
    tasks.run(messages.text("task.keep"), _ -> {
      passwords.forget(whose);
      return whose;
    }, _ -> {
      shown.set("");
      problem.set("");
      said.set(messages.text("passwords.forgotten"));
      reload();
    }, this::failed);
  }

  /// Shows the password that is kept for the meter, or for all meters; asked again, hides it.
  public void show() {
    Optional<Whose> whose = whose();
    if (!shown.get().isEmpty()) {
      shown.set("");
    } else if (whose.isPresent()) {
      tasks.run(messages.text("task.keep"), _ -> passwords.kept(whose.get().meter()), found -> {
        problem.set("");
        shown.set(found.map(Secret::reveal).orElseGet(() -> messages.text("passwords.none")));
      }, this::failed);
    }
  }

  /// Empty, with a sentence, when what is typed is no meter's name.
  private Optional<Whose> whose() {
    String text = meter.get().strip();
    if (text.isEmpty())
      return Optional.of(new Whose(Optional.empty()));
    Optional<Ssid> parsed = Ssid.parse(text);
    problem.set(parsed.isPresent() ? "" : messages.text("passwords.no-meter"));
    return parsed.map(ssid -> new Whose(Optional.of(ssid)));
  }

  private void failed(Throwable failure) {
    problem.set(String.valueOf(failure.getMessage()));
  }

  /// Whether there is a password for all meters.
  public ReadOnlyBooleanProperty fleetKeptProperty() {
    return fleetKept.getReadOnlyProperty();
  }

  /// Meters with a password of their own.
  public ObservableList<Ssid> own() {
    return own;
  }

  public StringProperty typedProperty() {
    return typed;
  }

  /// Whose password is typed: a meter's name on the air, or empty for all meters.
  public StringProperty meterProperty() {
    return meter;
  }

  /// The password somebody asked to see, or empty.
  public ReadOnlyStringProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
