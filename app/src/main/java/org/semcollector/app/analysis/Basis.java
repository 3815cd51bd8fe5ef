package org.semcollector.app.analysis;

import java.time.Duration;
import java.util.List;
import org.semcollector.app.rollup.Bucket;

/// How much measured time a result rests on.
///
/// @param asked the time that was asked about
/// @param covered the part of it that readings cover and that the result uses, at most `asked`
public record Basis(Duration asked, Duration covered) {
  /// From this share on a time counts as fully measured. A meter's save period is a few seconds longer than nominal,
  /// which is no gap.
  public static final double COMPLETE_FROM = 0.98;
  /// Nothing was asked about.
  public static final Basis NONE = new Basis(Duration.ZERO, Duration.ZERO);

  public Basis {
    if (asked.isNegative() || covered.isNegative())
      throw new IllegalArgumentException("negative time");
    covered = covered.compareTo(asked) > 0 ? asked : covered;
  }

  /// Of all buckets, with what of them is measured.
  public static Basis of(List<Bucket> buckets) {
    return of(buckets, buckets);
  }

  /// Of buckets asked about, of which only some were used.
  static Basis of(List<Bucket> asked, List<Bucket> used) {
    Duration time = Duration.ZERO;
    for (Bucket bucket : asked)
      time = time.plus(Power.length(bucket));
    Duration covered = Duration.ZERO;
    for (Bucket bucket : used)
      covered = covered.plus(measured(bucket));
    return new Basis(time, covered);
  }

  Basis plus(Basis other) {
    return new Basis(asked.plus(other.asked), covered.plus(other.covered));
  }

  /// Measured share of the time asked about, 0 to 1; 0 when nothing was asked about.
  public double share() {
    return asked.isZero() ? 0 : (double) covered.toMillis() / asked.toMillis();
  }

  /// Whether everything asked about is measured.
  public boolean isComplete() {
    return share() >= COMPLETE_FROM;
  }

  /// Whether nothing is measured: there is no result then.
  public boolean isEmpty() {
    return covered.isZero();
  }

  private static Duration measured(Bucket bucket) {
    Duration length = Power.length(bucket);
    return bucket.covered().compareTo(length) > 0 ? length : bucket.covered();
  }
}
