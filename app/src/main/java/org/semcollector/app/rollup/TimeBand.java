package org.semcollector.app.rollup;

import java.time.Duration;
import org.semcollector.protocol.clock.CorrectedTime;

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

  static TimeBand of(CorrectedTime time) {
    long at = time.measuredAt().toEpochMilli();
    return new TimeBand(Duration.ofMillis(at - time.earliest().toEpochMilli()),
        Duration.ofMillis(time.latest().toEpochMilli() - at));
  }

  /// From the earliest to the latest.
  public Duration width() {
    return earlier.plus(later);
  }
}
