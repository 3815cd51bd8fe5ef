package org.semcollector.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.semcollector.app.analysis.Basis;

/// What a chart shows, as numbers.
///
/// @param name of the meter, or of what is shown
/// @param rows as many cells each as there are columns
/// @param basis time asked about and time measured
record ChartTable(String name, List<Column> columns, List<List<Cell>> rows, Basis basis) {
  /// A column.
  ///
  /// @param decimals of its numbers on a terminal
  record Column(String name, int decimals) {}

  /// A value.
  sealed interface Cell {
    /// Words.
    record Text(String value) implements Cell {}

    /// A number.
    record Amount(double value) implements Cell {}

    /// Not measured.
    record Gap() implements Cell {}

    /// A time that no clock showed, or that was not asked about.
    record Nothing() implements Cell {}

    static Cell of(OptionalDouble value) {
      return value.isPresent() ? new Amount(value.getAsDouble()) : new Gap();
    }
  }

  ChartTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// For people: a gap is a dash.
  String text() {
    var table = new TextTable(columns.stream().map(Column::name).toArray(String[]::new));
    for (List<Cell> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++)
        cells.add(text(row.get(i), columns.get(i).decimals()));
      table.add(cells.toArray(String[]::new));
    }
    return name + String.format(Locale.ROOT, ", %.1f %% measured", basis.share() * 100) + "\n" + table;
  }

  /// For scripts: what was not measured is left out.
  Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("name", name);
    document.put("coverage", basis.share());
    document.put("rows", rows.stream().map(this::document).toList());
    return document;
  }

  private Map<String, Object> document(List<Cell> row) {
    var document = new LinkedHashMap<String, Object>();
    for (int i = 0; i < row.size(); i++) {
      switch (row.get(i)) {
        case Cell.Text(String value) -> document.put(columns.get(i).name(), value);
        case Cell.Amount(double value) -> document.put(columns.get(i).name(), value);
        case Cell.Gap(),Cell.Nothing() -> {
        }
      }
    }
    return document;
  }

  private static String text(Cell cell, int decimals) {
    return switch (cell) {
      case Cell.Text(String value) -> value;
      case Cell.Amount(double value) -> String.format(Locale.ROOT, "%." + decimals + "f", value);
      case Cell.Gap() -> "-";
      case Cell.Nothing() -> "";
    };
  }
}
