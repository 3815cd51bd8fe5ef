package org.semcollector.app.export;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;

/// Cells that several tables have.
final class Cells {
  private Cells() {}

  static void optional(RowWriter writer, OptionalDouble value) throws IOException {
    if (value.isPresent())
      writer.decimal(value.getAsDouble());
    else
      writer.empty();
  }

  /// Seconds, to the millisecond.
  static void seconds(RowWriter writer, Duration duration) throws IOException {
    writer.decimal(duration.toMillis() / 1000.0);
  }
}
