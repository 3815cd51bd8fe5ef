package org.semcollector.app.ui.fx;

import java.nio.file.Path;

/// Opens a folder in the system's own file manager.
public interface FolderOpening {
  void open(Path folder);
}
