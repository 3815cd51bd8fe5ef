package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.semcollector.app.store.KeptSums.Part;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.ReadingView;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.Bytes;

/// Brings what is kept of a meter's days up to its readings, for the days that a change touches.
final class KeptSumsUpdate {
  /// A meter's readings.
  interface Readings {
    /// Streams those with `from <= measuredAt < to`, oldest first.
    void forEach(Range range, Consumer<ReadingView> consumer) throws StoreException;
  }

  /// A meter's kept rows, one of each part for each month with readings.
  interface Rows {
    Optional<Bytes> row(Part part, YearMonth month) throws StoreException;

    /// @param row empty = nothing is kept of the month
    void keep(Part part, YearMonth month, Optional<Bytes> row) throws StoreException;
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
      if (rows.row(Part.MONTH, month).isPresent() && known(month).isEmpty()) {
        first = first.isBefore(month.atDay(1)) ? first : month.atDay(1);
        last = last.isAfter(month.atEndOfMonth()) ? last : month.atEndOfMonth();
      }
    }
  }

  private Optional<KeptMonthCodec.Head> known(YearMonth month) throws StoreException {
    return rows.row(Part.MONTH, month).flatMap(row -> KeptMonthCodec.head(month, row))
        .filter(head -> head.zone().equals(zone));
  }

  private KeptMonth kept(YearMonth month) throws StoreException {
    Optional<KeptMonthCodec.Head> head = known(month);
    Optional<SortedMap<LocalDate, KeptDay>> days = rows.row(Part.DAYS, month)
        .flatMap(row -> KeptMonthCodec.days(month, row, true));
    return head.isPresent() && days.isPresent()
        ? new KeptMonth(month, zone, head.get().edges(), days.get())
        : KeptMonth.empty(month, zone);
  }

  private void update() throws StoreException {
    var days = new DayAdder(zone);
    readings.forEach(around(first, last), days::add);
    var hours = new ChannelRollups(zone, BucketUnit.HOUR, (_, _, _, _) -> {});
    addHours(days.inMinutes(), hours);
    var months = days.months(hours);
    for (YearMonth month = YearMonth.from(first); !month.isAfter(YearMonth.from(last)); month = month.plusMonths(1)) {
      KeptMonth kept = kept(month).with(first, last, months.getOrDefault(month, KeptMonth.empty(month, zone)));
      rows.keep(Part.MONTH, month, kept.isEmpty() ? Optional.empty() : Optional.of(KeptMonthCodec.head(kept)));
      rows.keep(Part.DAYS, month, kept.isEmpty() ? Optional.empty() : Optional.of(KeptMonthCodec.days(kept)));
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
