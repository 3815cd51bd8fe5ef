package org.semcollector.app.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.semcollector.app.rollup.Bucket;

/// Mean powers of buckets: the energy over the time in which it was measured.
public final class Power {
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private Power() {}

  /// Mean power of a bucket over its measured time, W.
  ///
  /// @throws IllegalArgumentException for a gap, which has no power
  public static double meanW(Bucket bucket) {
    if (bucket.isGap())
      throw new IllegalArgumentException("a gap has no power");
    return meanW(bucket.energyKwh(), bucket.covered());
  }

  static double meanW(double kwh, Duration time) {
    return kwh * 1000 * MILLIS_PER_HOUR / time.toMillis();
  }

  /// Whether a bucket is measured from end to end.
  public static boolean isComplete(Bucket bucket) {
    return bucket.coverage() >= Basis.COMPLETE_FROM;
  }

  /// The buckets measured from end to end.
  static List<Bucket> complete(List<Bucket> buckets) {
    return buckets.stream().filter(Power::isComplete).toList();
  }

  /// The buckets that have begun: those of the future are no gaps.
  public static List<Bucket> begun(List<Bucket> buckets, Instant now) {
    return buckets.stream().filter(bucket -> bucket.from().isBefore(now)).toList();
  }

  static Duration length(Bucket bucket) {
    return Duration.between(bucket.from(), bucket.to());
  }
}
