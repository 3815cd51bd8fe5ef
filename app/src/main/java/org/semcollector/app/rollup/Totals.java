package org.semcollector.app.rollup;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run of buckets comes to.
///
/// @param energyKwh of all buckets
/// @param peak the bucket with the most energy, the earlier one of equals; empty when all are gaps
/// @param covered how much of the time readings cover
/// @param length of all buckets together
public record Totals(double energyKwh, Optional<Bucket> peak, Duration covered, Duration length) {
  public static Totals of(List<Bucket> buckets) {
    double energy = 0;
    Duration covered = Duration.ZERO;
    Duration length = Duration.ZERO;
    for (Bucket bucket : buckets) {
      energy += bucket.energyKwh();
      covered = covered.plus(bucket.covered());
      length = length.plus(Duration.between(bucket.from(), bucket.to()));
    }
    Optional<Bucket> peak = buckets.stream().filter(bucket -> !bucket.isGap())
        .max(Comparator.comparingDouble(Bucket::energyKwh).thenComparing(Bucket::from, Comparator.reverseOrder()));
    return new Totals(energy, peak, covered, length);
  }

  /// Each one's part of the energy of all, 0..1, same order; empty when there is no energy to share.
  public static <K> Map<K, Double> shares(Map<K, Totals> totals) {
    double sum = totals.values().stream().mapToDouble(Totals::energyKwh).sum();
    var shares = new LinkedHashMap<K, Double>();
    if (sum > 0)
      totals.forEach((key, part) -> shares.put(key, part.energyKwh() / sum));
    return shares;
  }
}
