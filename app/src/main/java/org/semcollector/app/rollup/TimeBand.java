package org.semcollector.app.rollup;

import java.time.Duration;

/// How far the time of a reading may be off, with 90 % probability.
///
/// @param earlier how much earlier it may have been, not negative
/// @param later how much later it may have been, not negative
public record TimeBand(Duration earlier, Duration later) {
  public static final TimeBand CERTAIN = new TimeBand(Duration.ZERO, Duration.ZERO);

  public TimeBand {
    if (earlier.isNegative() || later.isNegative())
      throw new IllegalArgumentException("a band of negative width");
  }

  static TimeBand of(long earlierMillis, long laterMillis) {
    return earlierMillis == 0 && laterMillis == 0
        ? CERTAIN
        : new TimeBand(Duration.ofMillis(earlierMillis), Duration.ofMillis(laterMillis));
  }

  /// This one when it is as wide, else a new one.
  TimeBand orOf(long earlierMillis, long laterMillis) {
    return earlier.toMillis() == earlierMillis && later.toMillis() == laterMillis
        ? this
        : of(earlierMillis, laterMillis);
  }

  /// From the earliest to the latest.
  public Duration width() {
    return earlier.plus(later);
  }
}
