package org.semcollector.protocol.clock.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Half-hours from the first sample to the last possible one, each with its place in the local calendar.
final class LocalCells {
  static final int SLOTS = 48;
  static final double CELL_MINUTES = 30;

  private static final long CELL_SECONDS = 1_800;

  private final double firstMinute;
  private final int firstWeekday;
  private final int days;
  /// Local day times [#SLOTS] plus slot, per cell.
  private final int[] local;

  private LocalCells(double firstMinute, int firstWeekday, int days, int[] local) {
    this.firstMinute = firstMinute;
    this.firstWeekday = firstWeekday;
    this.days = days;
    this.local = local;
  }

  static LocalCells of(Instant origin, ZoneId zone, double fromMinute, double toMinute) {
    LocalDate firstDay = LocalDate.ofInstant(at(origin, fromMinute), zone);
    Instant start = firstDay.atStartOfDay(zone).toInstant();
    double firstMinute = ChronoUnit.MILLIS.between(origin, start) / 60_000.0;
    var local = new int[(int) Math.ceil((toMinute - firstMinute) / CELL_MINUTES) + 2];
    int days = 1;
    for (int i = 0; i < local.length; i++) {
      Instant middle = start.plusSeconds(i * CELL_SECONDS + CELL_SECONDS / 2);
      LocalDateTime wall = LocalDateTime.ofInstant(middle, zone);
      int day = (int) Math.max(0, ChronoUnit.DAYS.between(firstDay, wall.toLocalDate()));
      local[i] = day * SLOTS + wall.toLocalTime().toSecondOfDay() / (int) CELL_SECONDS;
      days = Math.max(days, day + 1);
    }
    return new LocalCells(firstMinute, firstDay.getDayOfWeek().getValue() - 1, days, local);
  }

  int size() {
    return local.length;
  }

  int days() {
    return days;
  }

  /// Local day times [#SLOTS] plus slot.
  int local(int cell) {
    return local[cell];
  }

  /// 0 is Monday.
  int weekday(int day) {
    return (firstWeekday + day) % 7;
  }

  /// Position among the middles of cells; fractions lie between two of them.
  double position(double minute) {
    return (minute - firstMinute) / CELL_MINUTES - 0.5;
  }

  private static Instant at(Instant origin, double minute) {
    return origin.plusMillis(Math.round(minute * 60_000));
  }
}
