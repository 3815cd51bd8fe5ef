package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.store.ReadingStore.Range;

/// The energy of one meter over the time whose shares are shown.
///
/// @param meter the meter's name for people
/// @param energyKwh raw as the meter counted it
/// @param energyFactor what people said its kWh must be multiplied with to be true
/// @param coverage share of the time up to now that readings cover, 0 to 1; 0 = nothing is known
public record EnergyPart(String meter, double energyKwh, OptionalDouble energyFactor, double coverage) {
  /// What buckets of a meter add up to.
  public static EnergyPart of(MeterBuckets meter) {
    if (meter.buckets().isEmpty())
      return new EnergyPart(meter.meter(), 0, meter.energyFactor(), 0);
    Duration covered = meter.buckets().stream().map(Bucket::covered).reduce(Duration.ZERO, Duration::plus);
    var range = new Range(meter.buckets().getFirst().from(), meter.buckets().getLast().to());
    return new EnergyPart(meter.meter(), meter.energyKwh(), meter.energyFactor(),
        coverage(covered, range, meter.known().now()));
  }

  /// Share of a time up to now that is covered.
  static double coverage(Duration covered, Range range, Instant now) {
    Instant end = now.isBefore(range.to()) ? now : range.to();
    double begun = Duration.between(range.from(), end).toMillis();
    return begun > 0 ? Math.min(1, covered.toMillis() / begun) : 0;
  }

  /// With the energy factor, or raw without one.
  public double scaledKwh() {
    return energyFactor.isPresent() ? energyKwh * energyFactor.getAsDouble() : energyKwh;
  }
}
