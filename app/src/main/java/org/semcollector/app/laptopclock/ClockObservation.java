package org.semcollector.app.laptopclock;

import java.time.Duration;
import java.time.Instant;

/// One look at another clock: what it said and what the laptop's said at the same moment.
///
/// @param source which clock, "https://things.example.org"
/// @param trusted whether the source proved who it is (https); another computer on the way may lie otherwise
/// @param said what it said, at the end of the second and of the round trip at the latest
/// @param uncertainty how far [#said] may be off, either way
/// @param laptop what the laptop's clock said
/// @param monotonicNanos the laptop's counter that nobody can set; only comparable within one `run`
/// @param run which start of the program that counter belongs to
public record ClockObservation(String source, boolean trusted, Instant said, Duration uncertainty, Instant laptop,
    long monotonicNanos, String run) {
  /// How far the laptop was ahead of the source; negative when it was behind.
  public Duration laptopAhead() {
    return Duration.between(said, laptop);
  }

  /// Whether the difference is more than the uncertainty can explain.
  public boolean differs() {
    return laptopAhead().abs().compareTo(uncertainty) > 0;
  }
}
