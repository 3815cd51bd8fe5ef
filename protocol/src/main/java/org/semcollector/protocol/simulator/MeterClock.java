package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.time.Instant;

/// The meter's clock while it runs: what it was last set to, and when. It has no battery, so it starts anew at boot.
///
/// @param setToMillis what the clock showed at `setAt`, ms since 1970
/// @param setAt the true instant of setting
record MeterClock(long setToMillis, Instant setAt) {
  /// The firmware sets its clock in whole seconds held in 32 bits: milliseconds are dropped, and from 2038-01-19 the
  /// seconds turn negative.
  static MeterClock set(long millis, Instant at) {
    int seconds = (int) Long.divideUnsigned(millis, 1000);
    return new MeterClock(seconds * 1000L, at);
  }

  /// What the clock shows at a true instant.
  long deviceMillis(Instant at) {
    return setToMillis + Duration.between(setAt, at).toMillis();
  }
}
