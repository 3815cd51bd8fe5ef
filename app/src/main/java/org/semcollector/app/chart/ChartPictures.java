package org.semcollector.app.chart;

import java.nio.file.Path;

/// Draws charts into picture files, also on a machine without a display.
public interface ChartPictures extends AutoCloseable {
  /// Draws one chart into a PNG file, replacing it. Several can be drawn one after the other.
  Drawn write(ChartRequest request, Path file);

  @Override
  void close();

  /// What came of a picture.
  sealed interface Drawn {
    /// The file is complete.
    record Written(Path file) implements Drawn {}

    /// There is no file.
    ///
    /// @param sentence what is missing and what to do about it
    record NotPossible(String sentence) implements Drawn {}
  }
}
