package org.semcollector.app.analysis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.semcollector.app.rollup.Bucket;

/// Power by hour of the day, one row for each day or each day of the week.
///
/// @param <R> what a row stands for: a [LocalDate] or a [DayOfWeek]
/// @param rows ascending, without holes
/// @param basis time asked about and time measured
public record HeatMap<R>(List<Row<R>> rows, Basis basis) {
  /// Hours of a row.
  public static final int HOURS = 24;

  /// One row.
  ///
  /// @param cells one for each hour on the clock face, 0 to 23
  public record Row<R>(R day, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// All buckets of one hour on the clock face of one row. Where clocks go back an hour lasts twice as long; the hour
  /// they skip does not exist.
  ///
  /// @param energyKwh energy measured in it; zero for a gap, which [#meanPowerW] tells from a measured zero
  /// @param basis time asked about and time measured
  public record Cell(double energyKwh, Basis basis) {
    /// An hour that no clock showed, or that was not asked about.
    public static final Cell NONE = new Cell(0, Basis.NONE);

    /// False for the hour that clocks skip and for hours outside the period.
    public boolean exists() {
      return !basis.asked().isZero();
    }

    /// Energy over measured time, W; empty for a gap.
    public OptionalDouble meanPowerW() {
      return basis.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Power.meanW(energyKwh, basis.covered()));
    }

    Cell plus(Bucket hour) {
      return new Cell(energyKwh + hour.energyKwh(), basis.plus(Basis.of(List.of(hour))));
    }
  }

  public HeatMap {
    rows = List.copyOf(rows);
  }

  /// One row for each date from the first to the last hour.
  ///
  /// @param hours hourly buckets in the zone, without holes, oldest first
  public static HeatMap<LocalDate> byDay(List<Bucket> hours, ZoneId zone) {
    var days = new TreeMap<LocalDate, Cell[]>();
    if (!hours.isEmpty())
      hours.getFirst().from().atZone(zone).toLocalDate()
          .datesUntil(hours.getLast().from().atZone(zone).toLocalDate().plusDays(1))
          .forEach(day -> days.put(day, empty()));
    return fill(days, hours, zone, ZonedDateTime::toLocalDate);
  }

  /// Seven rows, Monday first; a cell adds all its weeks up, so that its mean is that of the measured time.
  ///
  /// @param hours hourly buckets in the zone
  public static HeatMap<DayOfWeek> byWeekday(List<Bucket> hours, ZoneId zone) {
    var days = new TreeMap<DayOfWeek, Cell[]>();
    for (DayOfWeek day : DayOfWeek.values())
      days.put(day, empty());
    return fill(days, hours, zone, ZonedDateTime::getDayOfWeek);
  }

  /// The largest mean power of a cell, W; empty when nothing is measured.
  public OptionalDouble maxPowerW() {
    return rows.stream().flatMap(row -> row.cells().stream()).map(Cell::meanPowerW)
        .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).max();
  }

  private static <R> HeatMap<R> fill(
      Map<R, Cell[]> days, List<Bucket> hours, ZoneId zone, Function<ZonedDateTime, R> row) {
    for (Bucket hour : hours) {
      ZonedDateTime at = hour.from().atZone(zone);
      Cell[] cells = days.computeIfAbsent(row.apply(at), _ -> empty());
      cells[at.getHour()] = cells[at.getHour()].plus(hour);
    }
    var rows = new ArrayList<Row<R>>();
    days.forEach((day, cells) -> rows.add(new Row<>(day, List.of(cells))));
    return new HeatMap<>(rows, Basis.of(hours));
  }

  private static Cell[] empty() {
    var cells = new Cell[HOURS];
    java.util.Arrays.fill(cells, Cell.NONE);
    return cells;
  }

}
