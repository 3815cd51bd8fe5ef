package org.semcollector.app.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.semcollector.app.analysis.HeatMap;
import org.semcollector.app.rollup.Bucket;

/// Mean power by hour of the day, one column for each day or day of the week.
///
/// @param columns oldest first, or Monday first
/// @param largestW the power of the strongest colour, W, above zero
public record HeatGrid(List<Column> columns, double largestW) {
  /// One day.
  ///
  /// @param label short, under the column
  /// @param name in full
  /// @param cells 24, by hour on the clock face
  public record Column(String label, String name, List<HeatMap.Cell> cells) {
    public Column {
      cells = List.copyOf(cells);
    }
  }

  public HeatGrid {
    columns = List.copyOf(columns);
  }

  /// Days of the calendar.
  ///
  /// @param hours hourly buckets in the zone, without holes
  public static HeatGrid byDay(List<Bucket> hours, ZoneId zone, Locale locale) {
    HeatMap<LocalDate> map = HeatMap.byDay(hours, zone);
    boolean many = map.rows().size() > 62;
    var name = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
    var month = DateTimeFormatter.ofPattern("LLL", locale);
    List<Column> columns = new ArrayList<>();
    for (HeatMap.Row<LocalDate> row : map.rows()) {
      int day = row.day().getDayOfMonth();
      String label = many ? day == 1 ? month.format(row.day()) : "" : String.valueOf(day);
      columns.add(new Column(label, name.format(row.day()), row.cells()));
    }
    return new HeatGrid(columns, largest(map));
  }

  /// The mean week.
  ///
  /// @param hours hourly buckets in the zone
  public static HeatGrid byWeekday(List<Bucket> hours, ZoneId zone, Locale locale) {
    HeatMap<DayOfWeek> map = HeatMap.byWeekday(hours, zone);
    return new HeatGrid(map.rows().stream().map(row -> new Column(
        row.day().getDisplayName(TextStyle.SHORT_STANDALONE, locale),
        row.day().getDisplayName(TextStyle.FULL_STANDALONE, locale), row.cells())).toList(), largest(map));
  }

  /// Whether nothing is measured.
  public boolean isEmpty() {
    return columns.stream().allMatch(column -> column.cells().stream().allMatch(cell -> cell.basis().isEmpty()));
  }

  private static double largest(HeatMap<?> map) {
    double largest = map.maxPowerW().orElse(0);
    return largest > 0 ? largest : 1;
  }
}
