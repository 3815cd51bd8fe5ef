package org.semcollector.app.ui.settings;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;

/// The settings in use; a change holds at once and is saved behind it.
public final class SettingsViewModel {
  private final SettingsStore store;
  private final Tasks tasks;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Settings> settings = new ReadOnlyObjectWrapper<>(Settings.DEFAULTS);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
  private boolean saving;
  private boolean changedWhileSaving;

  public SettingsViewModel(SettingsStore store, Tasks tasks, Messages messages) {
    this.store = store;
    this.tasks = tasks;
    this.messages = messages;
  }

  /// Reads the stored settings.
  public void load() {
    tasks.run(messages.text("task.settings"), _ -> store.load(), found -> {
      settings.set(found);
      loaded.set(true);
    }, failure -> problem.set(messages.text("settings.load-failed", String.valueOf(failure.getMessage()))));
  }

  /// Changes settings and saves them.
  public void change(UnaryOperator<Settings> change) {
    Settings changed = change.apply(settings.get());
    if (changed.equals(settings.get()))
      return;
    settings.set(changed);
    changedWhileSaving = saving;
    if (!saving)
      save();
  }

  /// Whether visits may erase, as set now.
  public ErasePolicy erasePolicy() {
    return settings.get().eraseWhenProven() ? ErasePolicy.WHEN_PROVEN : ErasePolicy.NEVER;
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /// False until the stored settings were read.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void save() {
    saving = true;
    Settings now = settings.get();
    tasks.run(messages.text("task.settings"), _ -> {
      store.save(now);
      return now;
    }, _ -> saved(""), failure -> saved(messages.text("settings.save-failed", String.valueOf(failure.getMessage()))));
  }

  private void saved(String trouble) {
    saving = false;
    problem.set(trouble);
    if (changedWhileSaving) {
      changedWhileSaving = false;
      save();
    }
  }
}
