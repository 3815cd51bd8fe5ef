package org.semcollector.app.analysis;

import java.util.List;
import org.semcollector.app.rollup.Bucket;

/// Energies with a meter's energy factor. Raw energies stay as they are: both are shown.
public final class Scaled {
  private Scaled() {}

  /// The same buckets with all energies multiplied; what was measured near the ends of periods is not energy and stays.
  ///
  /// @param factor above zero
  public static List<Bucket> of(List<Bucket> buckets, double factor) {
    if (!(factor > 0) || Double.isInfinite(factor))
      throw new IllegalArgumentException("an energy factor of " + factor);
    return buckets.stream().map(bucket -> new Bucket(bucket.from(), bucket.to(), bucket.energyKwh() * factor,
        bucket.covered(), bucket.outage(), bucket.readings(), bucket.atStart(), bucket.atEnd(), bucket.nearEnd()))
        .toList();
  }
}
