package org.semcollector.app.ui.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks with the system's own dialog; the folder of the last answer comes first the next time.
public final class SystemFileChoice implements FileChoice, FileOpening, FolderChoice {
  private final Supplier<@Nullable Window> window;
  private @Nullable File folder;

  /// @param window the window that the dialog belongs to
  public SystemFileChoice(Supplier<@Nullable Window> window) {
    this.window = window;
  }

  @Override
  public Optional<Path> save(String name, String kind) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(name);
    if (folder != null && folder.isDirectory())
      chooser.setInitialDirectory(folder);
    String ending = "*" + name.substring(Math.max(0, name.lastIndexOf('.')));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, ending));
    File chosen = chooser.showSaveDialog(window.get());
    if (chosen == null)
      return Optional.empty();
    folder = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }

  @Override
  public Optional<Path> open(String kind, List<String> endings) {
    FileChooser chooser = new FileChooser();
    if (folder != null && folder.isDirectory())
      chooser.setInitialDirectory(folder);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, endings));
    File chosen = chooser.showOpenDialog(window.get());
    if (chosen == null)
      return Optional.empty();
    folder = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(window.get())).map(File::toPath);
  }
}
