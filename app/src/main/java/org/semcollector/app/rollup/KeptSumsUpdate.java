package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.Bytes;

/// Brings what is kept of a meter's days up to its readings, for the days that a change touches.
final class KeptSumsUpdate {
  /// A meter's readings.
  interface Readings {
    /// Streams those with `from <= measuredAt < to`, oldest first.
    void forEach(Range range, Consumer<StoredReading> consumer) throws StoreException;
  }

  /// A meter's kept rows, one for each month with readings.
  interface Rows {
    Optional<Bytes> row(YearMonth month) throws StoreException;

    /// @param row empty = nothing is kept of the month
    void keep(YearMonth month, Optional<Bytes> row) throws StoreException;
  }

  private final ZoneId zone;
  private final Readings readings;
  private final Rows rows;
  private LocalDate first;
  private LocalDate last;

  private KeptSumsUpdate(ZoneId zone, Range changed, Readings readings, Rows rows) {
    this.zone = zone;
    this.readings = readings;
    this.rows = rows;
    first = changed.from().minus(Rollups.REACH).atZone(zone).toLocalDate();
    last = changed.to().plus(Rollups.REACH).atZone(zone).toLocalDate();
  }

  /// @param zone in whose days the meter's people live
  /// @param changed from the smallest to the largest time, former or new, of the readings that changed, both included
  static void run(ZoneId zone, Range changed, Readings readings, Rows rows) throws StoreException {
    var update = new KeptSumsUpdate(zone, changed, readings, rows);
    update.takeInOtherZones();
    update.update();
  }

  /// Rows in another zone's days, or of another version, are made anew as a whole. Days of a zone reach into months that
  /// the same readings do not touch in another.
  private void takeInOtherZones() throws StoreException {
    YearMonth end = YearMonth.from(last).plusMonths(1);
    for (YearMonth month = YearMonth.from(first).minusMonths(1); !month.isAfter(end); month = month.plusMonths(1)) {
      if (rows.row(month).isPresent() && known(month, KeptMonthCodec.Depth.EDGES).isEmpty()) {
        first = first.isBefore(month.atDay(1)) ? first : month.atDay(1);
        last = last.isAfter(month.atEndOfMonth()) ? last : month.atEndOfMonth();
      }
    }
  }

  private Optional<KeptMonth> known(YearMonth month, KeptMonthCodec.Depth depth) throws StoreException {
    return rows.row(month).flatMap(row -> KeptMonthCodec.decode(month, row, depth))
        .filter(kept -> kept.zone().equals(zone));
  }

  private void update() throws StoreException {
    var days = new DayAdder(zone);
    readings.forEach(around(first, last), days::add);
    var hours = new ChannelRollups(zone, BucketUnit.HOUR, (_, _, _) -> {});
    addHours(days.inMinutes(), hours);
    var months = days.months(hours);
    for (YearMonth month = YearMonth.from(first); !month.isAfter(YearMonth.from(last)); month = month.plusMonths(1)) {
      KeptMonth none = KeptMonth.empty(month, zone);
      KeptMonth kept = known(month, KeptMonthCodec.Depth.HOURS).orElse(none)
          .with(first, last, months.getOrDefault(month, none));
      rows.keep(month, kept.isEmpty() ? Optional.empty() : Optional.of(KeptMonthCodec.encode(kept)));
    }
  }

  /// Reads each run of days once more: few meters save every minute.
  private void addHours(SortedSet<LocalDate> days, ChannelRollups hours) throws StoreException {
    for (SortedSet<LocalDate> left = days; !left.isEmpty();) {
      LocalDate from = left.first();
      LocalDate to = from;
      while (left.contains(to.plusDays(1)))
        to = to.plusDays(1);
      readings.forEach(around(from, to), hours::add);
      left = left.tailSet(to.plusDays(1));
    }
  }

  private Range around(LocalDate from, LocalDate to) {
    Instant start = from.atStartOfDay(zone).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
    return new Range(start.minus(Rollups.REACH), end.plus(Rollups.REACH));
  }
}
