package org.semcollector.app.chart;

import java.time.Duration;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.TimeBand;

/// How much of a bucket's energy may belong to its neighbours because the times of readings are not known exactly.
final class Uncertainty {
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private Uncertainty() {}

  /// The bucket's mean power over the wider half band of its two edges; never more than the energy itself. The readings
  /// at both edges were mostly placed by the same evidence, so what one edge loses the other one gains.
  static double kwh(Bucket bucket) {
    if (bucket.isGap())
      return 0;
    double hours = Math.max(half(bucket.atStart()), half(bucket.atEnd())) / MILLIS_PER_HOUR;
    return Math.min(Math.abs(bucket.energyKwh()), Math.abs(bucket.meanPowerW().orElse(0)) / 1000 * hours);
  }

  private static double half(TimeBand band) {
    Duration wider = band.earlier().compareTo(band.later()) > 0 ? band.earlier() : band.later();
    return wider.toMillis();
  }
}
