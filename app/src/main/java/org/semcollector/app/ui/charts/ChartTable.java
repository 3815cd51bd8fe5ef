package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.util.List;

/// The numbers of a chart in rows.
///
/// @param columns titles, with their units
/// @param rows one cell for each column
public record ChartTable(List<String> columns, List<Row> rows) {
  /// A table without anything.
  public static final ChartTable EMPTY = new ChartTable(List.of(), List.of());

  /// One row.
  public record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// One cell; filters look for its text.
  public sealed interface Cell {
    /// As it is written for people.
    String shown();

    /// Words.
    record Words(String shown) implements Cell {
      @Override
      public String toString() {
        return shown;
      }
    }

    /// A number; not a number where nothing was measured, which is shown as nothing.
    record Figure(String shown, double value) implements Cell {}

    /// A time.
    record Time(String shown, Instant at) implements Cell {
      @Override
      public String toString() {
        return shown;
      }
    }
  }

  public ChartTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
