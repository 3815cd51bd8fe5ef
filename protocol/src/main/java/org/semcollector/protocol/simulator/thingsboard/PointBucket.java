package org.semcollector.protocol.simulator.thingsboard;

import java.time.Duration;
import java.time.Instant;

/// A token bucket, refilled evenly: at most `capacity` points at once, all of them again after `period`.
final class PointBucket {
  private final int capacity;
  private final Duration period;
  private double points;
  private Instant filledAt;

  PointBucket(int capacity, Duration period, Instant now) {
    this.capacity = capacity;
    this.period = period;
    this.points = capacity;
    this.filledAt = now;
  }

  /// Takes the points if there are enough. More than the capacity never pass.
  boolean take(int wanted, Instant now) {
    double elapsed = Math.max(0, Duration.between(filledAt, now).toMillis());
    points = Math.min(capacity, points + elapsed * capacity / period.toMillis());
    filledAt = now;
    if (wanted > points)
      return false;
    points -= wanted;
    return true;
  }
}
