package org.semcollector.app.ui.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.backup.Backup;
import org.semcollector.app.settings.BackupSettings;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

/// Where the data are, and copies of them elsewhere.
public final class DataViewModel {
  private final Path dataDir;
  private final Backup backup;
  private final SettingsViewModel settings;
  private final Tasks tasks;
  private final Clock clock;
  private final Messages messages;
  private final Formats formats;
  private final ReadOnlyBooleanWrapper copying = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Tasks.@Nullable Handle handle;

  public DataViewModel(Path dataDir, Backup backup, SettingsViewModel settings, Tasks tasks, Clock clock,
      Messages messages, Formats formats) {
    this.dataDir = dataDir;
    this.backup = backup;
    this.settings = settings;
    this.tasks = tasks;
    this.clock = clock;
    this.messages = messages;
    this.formats = formats;
    settings.settingsProperty().subscribe(this::tell);
  }

  /// Copies everything that cannot be made again into a new folder there.
  public void copyTo(Path target) {
    if (copying.get())
      return;
    copying.set(true);
    problem.set("");
    handle = tasks.run(messages.text("task.backup"), progress -> backup.copy(target, progress), this::copied,
        failure -> {
          copying.set(false);
          problem.set(messages.text("data.copy-failed", String.valueOf(failure.getMessage())));
        });
  }

  /// Ends the copying; what was copied stays, but is no backup.
  public void cancel() {
    if (copying.get() && handle != null)
      handle.cancel();
  }

  private void copied(Backup.Copied copy) {
    copying.set(false);
    settings.change(now -> now.withBackup(
        new BackupSettings(Optional.of(copy.folder().toString()), Optional.of(clock.instant()))));
    said.set(
        messages.text("data.copied", copy.files(), formats.bytes((double) copy.bytes()), copy.folder().toString()));
  }

  private void tell() {
    BackupSettings last = settings.settingsProperty().get().backup();
    if (last.at().isEmpty())
      said.set(messages.text("data.no-backup"));
    else
      said.set(messages.text("data.last-backup", formats.dateTime(last.at().get()), last.folder().orElse("")));
  }

  /// Where everything is kept.
  public Path dataDir() {
    return dataDir;
  }

  /// Where every byte is that a meter sent.
  public Path journal() {
    return dataDir.resolve("journal");
  }

  public ReadOnlyBooleanProperty copyingProperty() {
    return copying.getReadOnlyProperty();
  }

  /// When and where the last copy was made, in words.
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
