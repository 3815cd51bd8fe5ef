package org.semcollector.app.meter;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Letting time pass. Tests let it pass at once.
@FunctionalInterface
public interface Pause {
  /// Waits on the thread that calls.
  Pause REAL = duration -> {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  };

  /// Returns after this time; at once when it is not positive.
  void of(Duration duration);
}
