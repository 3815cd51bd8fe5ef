package org.semcollector.app.sync;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Lets time pass before a request is tried again.
public interface Pause {
  /// Sleeps, and looks up often enough to notice a cancel at once.
  Pause SLEEPING = (duration, cancelled) -> {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0 && !cancelled.getAsBoolean(); left = end - System.nanoTime()) {
      try {
        Thread.sleep(Duration.ofNanos(Math.min(left, 100_000_000)));
      } catch (InterruptedException e) {
        return; // nobody interrupts; a short pause does no harm
      }
    }
  };

  /// Returns after `duration`, or earlier once `cancelled` says so.
  void pause(Duration duration, BooleanSupplier cancelled);
}
