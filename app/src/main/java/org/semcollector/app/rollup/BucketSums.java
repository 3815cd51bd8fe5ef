package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// What adds up in one bucket.
final class BucketSums {
  private double energyKwh;
  private long coveredMillis;
  private int readings;
  private double voltageSum;
  private long voltageMillis;
  private double currentSum;
  private long currentMillis;
  private double maxPowerW = Double.NEGATIVE_INFINITY;

  void energy(double kwh) {
    energyKwh += kwh;
  }

  void covered(long millis) {
    coveredMillis += millis;
  }

  /// A reading holds for a part of the bucket.
  void holds(float voltageV, float currentA, long millis) {
    if (Float.isFinite(voltageV)) {
      voltageSum += (double) voltageV * millis;
      voltageMillis += millis;
    }
    if (Float.isFinite(currentA)) {
      currentSum += (double) currentA * millis;
      currentMillis += millis;
    }
  }

  /// A reading's period ends in the bucket.
  void ends(float activePowerW) {
    readings++;
    if (Float.isFinite(activePowerW))
      maxPowerW = Math.max(maxPowerW, activePowerW);
  }

  Bucket bucket(Instant from, Instant to) {
    return new Bucket(from, to, energyKwh, Duration.ofMillis(coveredMillis), readings, mean(voltageSum, voltageMillis),
        mean(currentSum, currentMillis),
        maxPowerW == Double.NEGATIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(maxPowerW));
  }

  private static OptionalDouble mean(double sum, long millis) {
    return millis == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / millis);
  }
}
