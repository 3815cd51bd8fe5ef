package org.semcollector.app.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks which file to read.
public interface FileOpening {
  /// @param kind what the file is, for people
  /// @param endings patterns such as `*.bin`
  /// @return empty when nobody wants it any more
  Optional<Path> open(String kind, List<String> endings);
}
