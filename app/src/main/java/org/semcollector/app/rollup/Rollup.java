package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Adds saves up into hours or days one by one; memory grows with the buckets, not with the readings.
///
/// A reading is the interval from the reading before it on its channel to its own time when that is one save period, up
/// to 20 s more; else it is one nominal period. Its energy is shared out by time over the buckets it touches.
final class Rollup {
  /// The real save period is up to a few seconds longer than the nominal one.
  static final long LATE_SAVE_MILLIS = 20_000;
  private static final BucketSums NOWHERE = new BucketSums(0, 0);
  private static final long NO_TIME = Long.MIN_VALUE;
  private static final int LAST_CHANNEL = 3;

  private final ZoneId zone;
  private final BucketUnit unit;
  private final HourGrid hours;
  private final long[] lastOfChannel = new long[LAST_CHANNEL + 1];
  private final List<BucketSums> buckets = new ArrayList<>();
  private final Coverage coverage = new Coverage();
  private final Coverage.Added covered = this::covered;
  private final Intervals intervals;
  /// The two buckets used last: a reading mostly touches two.
  private BucketSums bucket = NOWHERE;
  private BucketSums before = NOWHERE;

  /// Takes the interval of a reading whose energy is known.
  interface Intervals {
    /// @param i which reading of the save
    /// @param from ms since 1970
    /// @param to ms since 1970
    void take(Save save, int i, long from, long to);
  }

  Rollup(ZoneId zone, BucketUnit unit) {
    this(zone, unit, (_, _, _, _) -> {});
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
      long to = save.measuredMillis(i);
      from = to - lengthMillis(save, i);
      lastOfChannel[save.channel(i)] = to;
      bucketAt(to - 1).counts();
      if (Double.isFinite(save.energyKwh(i))) {
        add(save, i, from, to);
        measured = true;
      }
    }
    long to = save.endMillis();
    bucketAt(to - 1).ends(save);
    if (measured)
      holds(save, from, to);
  }

  private void add(Save save, int i, long from, long to) {
    intervals.take(save, i, from, to);
    double kwh = save.energyKwh(i);
    for (long start = from; start < to;) {
      BucketSums at = bucketAt(start);
      long end = Math.min(to, at.to());
      at.energy(Energy.share(kwh, start - from, end - from, to - from));
      at.touchedBy(save.earlierMillis(i), save.laterMillis(i));
      start = end;
    }
    coverage.add(from, to, covered);
  }

  private void covered(long from, long to) {
    for (long start = from; start < to;) {
      BucketSums at = bucketAt(start);
      long end = Math.min(to, at.to());
      at.covered(end - start);
      start = end;
    }
  }

  private void holds(Save save, long from, long to) {
    for (long start = from; start < to;) {
      BucketSums at = bucketAt(start);
      long end = Math.min(to, at.to());
      at.holds(save, end - start);
      start = end;
    }
  }

  private long lengthMillis(Save save, int i) {
    long nominal = save.period().length().toMillis();
    long to = save.measuredMillis(i);
    long last = lastOfChannel[save.channel(i)];
    boolean follows = last != NO_TIME && last < to && to - last <= nominal + LATE_SAVE_MILLIS;
    return follows ? to - last : nominal;
  }

  private BucketSums bucketAt(long millis) {
    if (bucket.isAt(millis))
      return bucket;
    BucketSums other = before;
    before = bucket;
    bucket = other.isAt(millis) ? other : lookedUp(millis);
    return bucket;
  }

  private BucketSums lookedUp(long millis) {
    if (unit == BucketUnit.HOUR)
      return bucket(hours.floor(millis), hours.next(millis));
    Instant start = unit.floor(Instant.ofEpochMilli(millis), zone);
    return bucket(start.toEpochMilli(), unit.next(start, zone).toEpochMilli());
  }

  /// Readings come oldest first, so that a bucket is among the last ones, or new.
  private BucketSums bucket(long from, long to) {
    int place = buckets.size();
    while (place > 0 && buckets.get(place - 1).from() > from)
      place--;
    if (place > 0 && buckets.get(place - 1).from() == from)
      return buckets.get(place - 1);
    BucketSums added = new BucketSums(from, to);
    buckets.add(place, added);
    return added;
  }

  /// What was added up.
  SumsSeries sums() {
    var sums = new SumsSeries();
    TimeBand likely = TimeBand.CERTAIN;
    for (BucketSums each : buckets) {
      Sums added = each.sums(likely);
      sums.add(each.from(), added);
      likely = added.atEnd();
    }
    return sums;
  }
}
