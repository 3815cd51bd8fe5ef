package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Simulated time that starts anywhere and runs faster or slower than another source.
public final class ScaledTime implements InstantSource {
  private final InstantSource wall;
  private final Instant wallStart;
  private final Instant start;
  private final double speed;

  /// @param wall what drives it
  /// @param start what it shows now
  /// @param speed simulated seconds per second of `wall`, more than 0
  public ScaledTime(InstantSource wall, Instant start, double speed) {
    if (!(speed > 0) || Double.isInfinite(speed))
      throw new IllegalArgumentException("time cannot run " + speed + " times as fast");
    this.wall = wall;
    this.wallStart = wall.instant();
    this.start = start;
    this.speed = speed;
  }

  @Override
  public Instant instant() {
    return start.plusMillis(Math.round(Duration.between(wallStart, wall.instant()).toMillis() * speed));
  }
}
