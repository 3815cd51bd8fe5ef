package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/// When the next save is due. Counted from boot by the monotonic clock, never moved by setting the time: a period, up
/// to two seconds until the sampling loop comes round, and the time the save itself takes.
final class SaveTimer {
  private static final int LOOP_MILLIS = 2000;

  private final Duration period;
  private final SplittableRandom random;
  private Instant due;

  SaveTimer(Duration period, Instant bootedAt, SplittableRandom random) {
    this.period = period;
    this.random = random;
    this.due = after(bootedAt);
  }

  /// The end of the last sample of the running period.
  Instant due() {
    return due;
  }

  /// Starts the next period once a save that began at `at` is done.
  ///
  /// @return how long the save took
  Duration saved(Instant at) {
    Duration took = Duration.ofMillis(40 + random.nextInt(260));
    due = after(at.plus(took));
    return took;
  }

  private Instant after(Instant start) {
    return start.plus(period).plusMillis(random.nextInt(LOOP_MILLIS));
  }
}
