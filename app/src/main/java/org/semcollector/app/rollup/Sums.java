package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// What adds up over a time: the contents of a bucket before it is one, and what is kept of a day.
///
/// Means are kept as the numbers they are shown as, not as sums: adding the days of a month gives the same month whether
/// the days were kept or made again from their readings.
///
/// @param energyKwh whole multiples of [Energy#STEP_KWH]: sums are exact, in any order
/// @param coveredMillis time covered by readings
/// @param readings readings whose period ends there
/// @param atStart of the first reading there
/// @param atEnd of the last reading there
/// @param activePowerW near the end of periods
/// @param leastActivePowerW smallest, NaN = none
/// @param mostActivePowerW largest, NaN = none
record Sums(
    double energyKwh,
    long coveredMillis,
    int readings,
    TimeBand atStart,
    TimeBand atEnd,
    Mean activePowerW,
    Mean apparentPowerVa,
    Mean voltageV,
    Mean currentA,
    float leastActivePowerW,
    float mostActivePowerW) {
  static final Sums NOTHING = new Sums(0, 0, 0, TimeBand.CERTAIN, TimeBand.CERTAIN, Mean.NONE, Mean.NONE, Mean.NONE,
      Mean.NONE, Float.NaN, Float.NaN);

  /// A mean over some time.
  ///
  /// @param value 0 when there is no time
  /// @param millis the time that counted
  record Mean(float value, long millis) {
    static final Mean NONE = new Mean(0, 0);

    static Mean of(double weightedSum, long millis) {
      float value = millis == 0 ? 0 : (float) (weightedSum / millis);
      return millis == 0 || !Float.isFinite(value) ? NONE : new Mean(value, millis);
    }

    double weighted() {
      return (double) value * millis;
    }

    OptionalDouble optional() {
      return millis == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
  }

  boolean isNothing() {
    return coveredMillis == 0 && readings == 0;
  }

  Bucket bucket(Instant from, Instant to, Duration outage) {
    var nearEnd = new NearEnd(activePowerW.optional(), optional(leastActivePowerW), optional(mostActivePowerW),
        apparentPowerVa.optional(), voltageV.optional(), currentA.optional());
    return new Bucket(from, to, energyKwh, Duration.ofMillis(coveredMillis), outage, readings, atStart, atEnd, nearEnd);
  }

  private static OptionalDouble optional(float value) {
    return Float.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
