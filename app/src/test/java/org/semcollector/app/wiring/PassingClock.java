package org.semcollector.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Passes a millisecond at each look; waiting takes no real time.
final class PassingClock extends Clock {
  private Instant now = Sem.CLOCK.instant();

  synchronized void pass(Duration duration) {
    if (duration.isPositive())
      now = now.plus(duration);
  }

  @Override
  public synchronized Instant instant() {
    now = now.plusMillis(1);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return Sem.BERLIN;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
