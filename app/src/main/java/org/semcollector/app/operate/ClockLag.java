package org.semcollector.app.operate;

import java.time.Duration;

/// How far a meter's clock was behind; negative = ahead. No meter tells its clock: its last stamp says it to within the
/// hour that it saves, and the first save after the clock was set says it to within seconds, at a later visit.
///
/// @param atLeast lower end
/// @param atMost upper end
public record ClockLag(Duration atLeast, Duration atMost) {
  /// Wider than what a save's irregularities explain.
  private static final Duration EXACT = Duration.ofSeconds(30);

  /// The middle.
  public Duration middle() {
    return atLeast.plus(atMost).dividedBy(2);
  }

  /// Half the width.
  public Duration uncertainty() {
    return atMost.minus(atLeast).dividedBy(2);
  }

  /// Whether it is known to within seconds.
  public boolean isExact() {
    return atMost.minus(atLeast).compareTo(EXACT) <= 0;
  }
}
