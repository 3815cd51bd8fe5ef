package org.semcollector.app.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.NearEnd;
import org.semcollector.app.rollup.TimeBand;

/// Several meters as if they were one, added up one after the other: energy adds up, and the time covered is the mean of
/// theirs, so that a bucket counts as full only when every meter's is.
public final class BucketSum {
  private List<Bucket> first = List.of();
  private double[] kwh = new double[0];
  private long[] covered = new long[0];
  private long[] outage = new long[0];
  private int[] readings = new int[0];
  private final List<TimeBand> starts = new ArrayList<>();
  private final List<TimeBand> ends = new ArrayList<>();
  private int meters;

  /// The buckets of all meters together.
  ///
  /// @param meters all with buckets of the same times
  /// @throws IllegalArgumentException when they differ in number
  public static List<Bucket> of(List<List<Bucket>> meters) {
    BucketSum sum = new BucketSum();
    meters.forEach(sum::add);
    return sum.buckets();
  }

  /// Adds a meter.
  public void add(List<Bucket> buckets) {
    if (meters == 0)
      begin(buckets);
    if (buckets.size() != first.size())
      throw new IllegalArgumentException("only buckets of the same times can be added up");
    meters++;
    for (int i = 0; i < buckets.size(); i++) {
      Bucket bucket = buckets.get(i);
      kwh[i] += bucket.energyKwh();
      covered[i] += bucket.covered().toMillis();
      outage[i] += bucket.outage().toMillis();
      readings[i] += bucket.readings();
      starts.set(i, wider(starts.get(i), bucket.atStart()));
      ends.set(i, wider(ends.get(i), bucket.atEnd()));
    }
  }

  /// What was added, as one; of a single meter its own buckets.
  public List<Bucket> buckets() {
    if (meters <= 1)
      return first;
    List<Bucket> sums = new ArrayList<>(first.size());
    for (int i = 0; i < first.size(); i++)
      sums.add(new Bucket(first.get(i).from(), first.get(i).to(), kwh[i], Duration.ofMillis(covered[i] / meters),
          Duration.ofMillis(outage[i] / meters), readings[i], starts.get(i), ends.get(i), NearEnd.NOTHING));
    return sums;
  }

  private void begin(List<Bucket> buckets) {
    first = List.copyOf(buckets);
    kwh = new double[first.size()];
    covered = new long[first.size()];
    outage = new long[first.size()];
    readings = new int[first.size()];
    first.forEach(_ -> starts.add(TimeBand.CERTAIN));
    first.forEach(_ -> ends.add(TimeBand.CERTAIN));
  }

  private static TimeBand wider(TimeBand one, TimeBand other) {
    return other.width().compareTo(one.width()) > 0 ? other : one;
  }
}
