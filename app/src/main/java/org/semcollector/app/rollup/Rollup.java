package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.semcollector.app.store.StoredReading;

/// Adds saves up into hours or days one by one; memory grows with the buckets, not with the readings.
///
/// A reading is the interval from the reading before it on its channel to its own time when that is one save period, up
/// to 20 s more; else it is one nominal period. Its energy is shared out by time over the buckets it touches.
final class Rollup {
  /// The real save period is up to a few seconds longer than the nominal one.
  static final long LATE_SAVE_MILLIS = 20_000;
  private static final long NO_TIME = Long.MIN_VALUE;
  private static final int LAST_CHANNEL = 3;

  private final ZoneId zone;
  private final BucketUnit unit;
  private final HourGrid hours;
  private final long[] lastOfChannel = new long[LAST_CHANNEL + 1];
  private final TreeMap<Instant, BucketSums> buckets = new TreeMap<>();
  private final Coverage coverage = new Coverage();
  private final Intervals intervals;
  /// The two buckets used last: a reading mostly touches two.
  private Slot slot = Slot.NONE;
  private Slot before = Slot.NONE;

  /// Takes the interval of a reading whose energy is known, ms since 1970.
  interface Intervals {
    void take(StoredReading reading, long from, long to);
  }

  Rollup(ZoneId zone, BucketUnit unit) {
    this(zone, unit, (_, _, _) -> {});
  }

  /// @param intervals told of the interval of each reading, in the order of their ends
  Rollup(ZoneId zone, BucketUnit unit, Intervals intervals) {
    this.zone = zone;
    this.unit = unit;
    this.hours = new HourGrid(zone);
    this.intervals = intervals;
    Arrays.fill(lastOfChannel, NO_TIME);
  }

  /// Adds a save; saves come oldest first.
  void add(Save save) {
    long from = 0;
    boolean measured = false;
    for (StoredReading reading : save.readings()) {
      long to = reading.time().measuredAt().toEpochMilli();
      from = to - lengthMillis(reading, to);
      lastOfChannel[reading.raw().channel()] = to;
      if (Double.isFinite(reading.intervalEnergyKwh())) {
        add(reading, from, to);
        measured = true;
      }
    }
    long to = save.last().time().measuredAt().toEpochMilli();
    slotAt(to - 1).sums().ends(save);
    if (measured)
      spread(from, to, (sums, start, end) -> sums.holds(save, end - start));
  }

  private void add(StoredReading reading, long from, long to) {
    intervals.take(reading, from, to);
    double kwh = reading.intervalEnergyKwh();
    TimeBand band = TimeBand.of(reading.time());
    spread(from, to, (sums, start, end) -> {
      sums.energy(Energy.share(kwh, start - from, end - from, to - from));
      sums.touchedBy(band);
    });
    for (Coverage.Piece piece : coverage.add(from, to))
      spread(piece.from(), piece.to(), (sums, start, end) -> sums.covered(end - start));
  }

  private long lengthMillis(StoredReading reading, long to) {
    long nominal = reading.period().length().toMillis();
    long last = lastOfChannel[reading.raw().channel()];
    boolean follows = last != NO_TIME && last < to && to - last <= nominal + LATE_SAVE_MILLIS;
    return follows ? to - last : nominal;
  }

  private interface Part {
    void take(BucketSums sums, long from, long to);
  }

  private void spread(long from, long to, Part part) {
    long start = from;
    while (start < to) {
      Slot at = slotAt(start);
      long end = Math.min(to, at.to());
      part.take(at.sums(), start, end);
      start = end;
    }
  }

  /// A bucket with its time, ms since 1970.
  private record Slot(long from, long to, BucketSums sums) {
    static final Slot NONE = new Slot(0, 0, new BucketSums());

    boolean holds(long millis) {
      return millis >= from && millis < to;
    }
  }

  private Slot slotAt(long millis) {
    if (slot.holds(millis))
      return slot;
    Slot other = before;
    before = slot;
    slot = other.holds(millis) ? other : lookedUp(millis);
    return slot;
  }

  private Slot lookedUp(long millis) {
    if (unit == BucketUnit.HOUR) {
      long from = hours.floor(millis);
      return new Slot(from, hours.next(millis), sums(Instant.ofEpochMilli(from)));
    }
    Instant start = unit.floor(Instant.ofEpochMilli(millis), zone);
    return new Slot(start.toEpochMilli(), unit.next(start, zone).toEpochMilli(), sums(start));
  }

  private BucketSums sums(Instant start) {
    return buckets.computeIfAbsent(start, _ -> new BucketSums());
  }

  /// What was added up, by the start of the bucket.
  NavigableMap<Instant, Sums> sums() {
    var sums = new TreeMap<Instant, Sums>();
    buckets.forEach((start, added) -> sums.put(start, added.sums()));
    return sums;
  }
}
