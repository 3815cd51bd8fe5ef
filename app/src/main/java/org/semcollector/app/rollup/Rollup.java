package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.semcollector.app.store.StoredReading;

/// Adds readings up into buckets one by one; memory grows with the buckets, not with the readings.
///
/// A reading is the interval from the reading before it on its channel to its own time when that is one save period, up
/// to 20 s more; else it is one nominal period. Its energy is shared out by time over the buckets it touches.
final class Rollup {
  /// The real save period is up to a few seconds longer than the nominal one.
  static final long LATE_SAVE_MILLIS = 20_000;
  private static final long NO_TIME = Long.MIN_VALUE;

  private final ZoneId zone;
  private final BucketUnit unit;
  private final long[] lastOfChannel = new long[4];
  private final TreeMap<Instant, BucketSums> buckets = new TreeMap<>();
  private final Coverage coverage = new Coverage();

  Rollup(ZoneId zone, BucketUnit unit) {
    this.zone = zone;
    this.unit = unit;
    Arrays.fill(lastOfChannel, NO_TIME);
  }

  /// Adds a reading; readings come oldest first.
  void add(StoredReading reading) {
    long to = reading.time().measuredAt().toEpochMilli();
    long from = to - lengthMillis(reading, to);
    lastOfChannel[reading.raw().channel()] = to;
    sumsAt(to - 1).ends(reading.raw().activePowerW());
    double kwh = reading.intervalEnergyKwh();
    if (!Double.isFinite(kwh))
      return;
    spread(from, to, (sums, millis) -> {
      sums.energy(kwh * millis / (to - from));
      sums.holds(reading.raw().voltageV(), reading.raw().currentA(), millis);
    });
    for (Coverage.Piece piece : coverage.add(from, to)) {
      spread(piece.from(), piece.to(), BucketSums::covered);
    }
  }

  private long lengthMillis(StoredReading reading, long to) {
    long nominal = reading.period().length().toMillis();
    long last = lastOfChannel[reading.raw().channel()];
    boolean follows = last != NO_TIME && last < to && to - last <= nominal + LATE_SAVE_MILLIS;
    return follows ? to - last : nominal;
  }

  private interface Part {
    void take(BucketSums sums, long millis);
  }

  private void spread(long from, long to, Part part) {
    long start = from;
    while (start < to) {
      Instant bucket = unit.floor(Instant.ofEpochMilli(start), zone);
      long end = Math.min(to, unit.next(bucket, zone).toEpochMilli());
      part.take(sums(bucket), end - start);
      start = end;
    }
  }

  private BucketSums sumsAt(long millis) {
    return sums(unit.floor(Instant.ofEpochMilli(millis), zone));
  }

  private BucketSums sums(Instant bucket) {
    return buckets.computeIfAbsent(bucket, _ -> new BucketSums());
  }

  /// All buckets from the one that holds `from` to the one before `to`, gaps included.
  List<Bucket> between(Instant from, Instant to) {
    var list = new ArrayList<Bucket>();
    Instant start = unit.floor(from, zone);
    while (start.isBefore(to)) {
      Instant next = unit.next(start, zone);
      list.add(buckets.getOrDefault(start, new BucketSums()).bucket(start, next));
      start = next;
    }
    return list;
  }

  /// All buckets from the first to the last with readings, gaps included.
  List<Bucket> all() {
    Map.Entry<Instant, BucketSums> first = buckets.firstEntry();
    return first == null ? List.of() : between(first.getKey(), unit.next(buckets.lastKey(), zone));
  }
}
