package org.semcollector.app.ui.fx;

import java.nio.file.Path;
import java.util.Optional;

/// Asks where to write a file.
public interface FileChoice {
  /// @param name suggested name with its ending
  /// @param kind what the file is, for people
  /// @return empty when nobody wants it any more
  Optional<Path> save(String name, String kind);
}
