package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// Energy and means of one hour, day or month.
///
/// @param from start, inclusive
/// @param to end, exclusive
/// @param energyKwh energy apportioned to the bucket
/// @param covered how much of the bucket is covered by readings; zero = a gap, not zero energy
/// @param readings readings whose period ends in the bucket
/// @param meanVoltageV mean of the readings' voltages, weighted by covered time
/// @param meanCurrentA mean of the readings' currents, weighted by covered time
/// @param maxActivePowerW largest power near the end of a period
public record Bucket(
    Instant from,
    Instant to,
    double energyKwh,
    Duration covered,
    int readings,
    OptionalDouble meanVoltageV,
    OptionalDouble meanCurrentA,
    OptionalDouble maxActivePowerW) {
  /// True when no reading touches the bucket.
  public boolean isGap() {
    return covered.isZero();
  }

  /// Covered share of the bucket, 0..1.
  public double coverage() {
    return Math.min(1, (double) covered.toMillis() / Duration.between(from, to).toMillis());
  }
}
