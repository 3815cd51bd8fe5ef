package org.semcollector.app.export;

import java.util.List;

/// Writes rows of one table in a format.
public interface RowWriter {
  /// Once, before the first row.
  void begin(List<String> columns);

  void row(List<Cell> cells);

  /// Once, after the last row.
  void end();

  /// A value in a row.
  sealed interface Cell {
    /// Not known, or not finite.
    Cell EMPTY = new Text("");

    /// Text; the empty text stands for nothing.
    record Text(String value) implements Cell {}

    /// A number in plain decimal notation.
    record Plain(String digits) implements Cell {}
  }
}
