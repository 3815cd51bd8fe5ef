package org.semcollector.app.ui.fx;

import java.nio.file.Path;
import java.util.Optional;

/// Asks for a folder.
public interface FolderChoice {
  /// @param title what it is for
  /// @return empty when nobody wants it any more
  Optional<Path> folder(String title);
}
