package org.semcollector.app.operate;

import java.time.Duration;
import java.time.Instant;

/// How fast a meter's clock loses, between two times at which it was set and without a start between them.
///
/// @param from when it was set
/// @param to when it was set again
/// @param lag how far it was behind then
public record ClockDrift(Instant from, Instant to, ClockLag lag) {
  private static final double MILLION = 1e6;
  private static final double SECONDS_A_DAY = 86_400;

  /// Millionths it loses; negative = it gains. A good crystal has less than 40.
  public double lossPpm() {
    return seconds(lag.middle()) / length() * MILLION;
  }

  /// How much [#lossPpm] may be off, either way.
  public double uncertaintyPpm() {
    return seconds(lag.uncertainty()) / length() * MILLION;
  }

  /// Seconds it loses in a day.
  public double lossSecondsPerDay() {
    return lossPpm() / MILLION * SECONDS_A_DAY;
  }

  private double length() {
    return seconds(Duration.between(from, to));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
