package org.semcollector.app.simulated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that starts now and runs faster than the one under it.
public final class FasterClock extends Clock {
  private final Clock clock;
  private final Instant start;
  private final int speed;

  public FasterClock(Clock clock, int speed) {
    this(clock, clock.instant(), speed);
  }

  private FasterClock(Clock clock, Instant start, int speed) {
    this.clock = clock;
    this.start = start;
    this.speed = speed;
  }

  @Override
  public Instant instant() {
    return start.plus(Duration.between(start, clock.instant()).multipliedBy(speed));
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new FasterClock(clock.withZone(zone), start, speed);
  }
}
