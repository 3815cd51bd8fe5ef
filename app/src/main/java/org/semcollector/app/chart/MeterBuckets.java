package org.semcollector.app.chart;

import java.util.List;
import org.semcollector.app.rollup.Bucket;

/// The buckets of one meter over the time a chart shows.
///
/// @param meter the meter's name for people
/// @param buckets without holes, oldest first
/// @param known what tells a gap's cause
public record MeterBuckets(String meter, List<Bucket> buckets, GapCause.Known known) {
  public MeterBuckets {
    buckets = List.copyOf(buckets);
  }

  /// Energy of all buckets, kWh.
  public double energyKwh() {
    return buckets.stream().mapToDouble(Bucket::energyKwh).sum();
  }
}
