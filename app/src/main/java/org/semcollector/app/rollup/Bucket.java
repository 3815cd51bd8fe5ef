package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// What is known of one hour, day, week, month or year: of one channel, or of all summed.
///
/// @param from start, inclusive
/// @param to end, exclusive
/// @param energyKwh energy apportioned to the bucket, raw as the meter counted it
/// @param covered how much of the bucket is covered by readings, several channels counted once; zero = a gap, not zero
///     energy
/// @param outage how much of the bucket the meter is known to have been without power; not covered time
/// @param readings readings whose period ends in the bucket
/// @param atStart how uncertain the time of the first reading in the bucket is: what may belong to the bucket before
/// @param atEnd how uncertain the time of the last reading in the bucket is: what may belong to the bucket after
/// @param nearEnd power, voltage and current near the ends of the readings' periods
public record Bucket(
    Instant from,
    Instant to,
    double energyKwh,
    Duration covered,
    Duration outage,
    int readings,
    TimeBand atStart,
    TimeBand atEnd,
    NearEnd nearEnd) {
  /// A bucket of readings whose times are certain.
  public Bucket(Instant from, Instant to, double energyKwh, Duration covered, int readings, NearEnd nearEnd) {
    this(from, to, energyKwh, covered, Duration.ZERO, readings, TimeBand.CERTAIN, TimeBand.CERTAIN, nearEnd);
  }

  /// True when no reading touches the bucket.
  public boolean isGap() {
    return covered.isZero();
  }

  /// Covered share of the bucket, 0..1.
  public double coverage() {
    return Math.min(1, (double) covered.toMillis() / Duration.between(from, to).toMillis());
  }

  /// Mean power of the covered time, from the energy: the only power that is a mean. Empty for a gap.
  public OptionalDouble meanPowerW() {
    return isGap() ? OptionalDouble.empty() : OptionalDouble.of(energyKwh * 3.6e9 / covered.toMillis());
  }

  /// The wider of the uncertainties at both edges.
  public TimeBand uncertainty() {
    return atStart.width().compareTo(atEnd.width()) >= 0 ? atStart : atEnd;
  }

  public OptionalDouble meanVoltageV() {
    return nearEnd.meanVoltageV();
  }

  public OptionalDouble meanCurrentA() {
    return nearEnd.meanCurrentA();
  }

  public OptionalDouble maxActivePowerW() {
    return nearEnd.maxActivePowerW();
  }
}
