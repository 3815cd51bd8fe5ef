package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final List<Slot> slots = new ArrayList<>();
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
    for (int i = 0; i < save.count(); i++) {
      StoredReading reading = save.reading(i);
      long to = reading.time().measuredAt().toEpochMilli();
      from = to - lengthMillis(reading, to);
      lastOfChannel[reading.raw().channel()] = to;
      double kwh = reading.intervalEnergyKwh();
      if (Double.isFinite(kwh)) {
        add(reading, kwh, from, to);
        measured = true;
      }
    }
    long to = save.last().time().measuredAt().toEpochMilli();
    slotAt(to - 1).sums().ends(save);
    if (measured)
      holds(save, from, to);
  }

  private void add(StoredReading reading, double kwh, long from, long to) {
    intervals.take(reading, from, to);
    for (long start = from; start < to;) {
      Slot at = slotAt(start);
      long end = Math.min(to, at.to());
      at.sums().energy(Energy.share(kwh, start - from, end - from, to - from));
      at.sums().touchedBy(reading.time());
      start = end;
    }
    coverage.add(from, to, this::covered);
  }

  private void covered(long from, long to) {
    for (long start = from; start < to;) {
      Slot at = slotAt(start);
      long end = Math.min(to, at.to());
      at.sums().covered(end - start);
      start = end;
    }
  }

  private void holds(Save save, long from, long to) {
    for (long start = from; start < to;) {
      Slot at = slotAt(start);
      long end = Math.min(to, at.to());
      at.sums().holds(save, end - start);
      start = end;
    }
  }

  private long lengthMillis(StoredReading reading, long to) {
    long nominal = reading.period().length().toMillis();
    long last = lastOfChannel[reading.raw().channel()];
    boolean follows = last != NO_TIME && last < to && to - last <= nominal + LATE_SAVE_MILLIS;
    return follows ? to - last : nominal;
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
    if (unit == BucketUnit.HOUR)
      return slot(hours.floor(millis), hours.next(millis));
    Instant start = unit.floor(Instant.ofEpochMilli(millis), zone);
    return slot(start.toEpochMilli(), unit.next(start, zone).toEpochMilli());
  }

  /// Readings come oldest first, so that a bucket is among the last ones, or new.
  private Slot slot(long from, long to) {
    int place = slots.size();
    while (place > 0 && slots.get(place - 1).from() > from)
      place--;
    if (place > 0 && slots.get(place - 1).from() == from)
      return slots.get(place - 1);
    Slot added = new Slot(from, to, new BucketSums());
    slots.add(place, added);
    return added;
  }

  /// What was added up.
  SumsSeries sums() {
    var sums = new SumsSeries();
    for (Slot each : slots)
      sums.add(each.from(), each.sums().sums());
    return sums;
  }
}
