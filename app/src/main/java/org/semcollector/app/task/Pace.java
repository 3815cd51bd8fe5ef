package org.semcollector.app.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;

/// How fast work went in the last half minute, and how long the rest takes at that pace.
public final class Pace {
  private static final long WINDOW_NANOS = 30_000_000_000L;
  private static final long SHORTEST_NANOS = 2_000_000_000L;
  private static final long STEP_NANOS = 250_000_000L;

  private record Point(long nanos, long done) {}

  private final Deque<Point> points = new ArrayDeque<>();
  private Point last = new Point(0, 0);

  /// Notes how far the work is.
  ///
  /// @param nanos any clock that only goes on
  public synchronized void at(long done, long nanos) {
    last = new Point(nanos, done);
    if (points.isEmpty() || nanos - points.getLast().nanos() >= STEP_NANOS) {
      points.add(last);
    }
    while (points.size() > 1 && nanos - points.getFirst().nanos() > WINDOW_NANOS) {
      points.removeFirst();
    }
  }

  /// Units of work a second; empty until two seconds are known.
  public synchronized OptionalDouble perSecond() {
    if (points.isEmpty() || last.nanos() - points.getFirst().nanos() < SHORTEST_NANOS)
      return OptionalDouble.empty();
    Point first = points.getFirst();
    return OptionalDouble.of((last.done() - first.done()) * 1e9 / (last.nanos() - first.nanos()));
  }

  /// How long the rest of `total` takes at this pace; empty when nothing moves.
  public synchronized Optional<Duration> left(long total) {
    OptionalDouble pace = perSecond();
    if (pace.isEmpty() || pace.getAsDouble() <= 0)
      return Optional.empty();
    return Optional.of(Duration.ofSeconds(Math.round(Math.max(0, total - last.done()) / pace.getAsDouble())));
  }
}
