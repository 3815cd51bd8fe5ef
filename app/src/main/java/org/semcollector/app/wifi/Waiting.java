package org.semcollector.app.wifi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.semcollector.app.task.Progress;

/// Waiting for an operating system in small steps, so that a cancel is noticed at once.
public final class Waiting {
  private static final Duration STEP = Duration.ofMillis(20);

  private Waiting() {}

  /// Looks every 20 ms until something is there.
  ///
  /// @return what was found, or empty at the limit
  /// @throws WifiException [WifiFailure.Cancelled] as soon as the work is cancelled; what looking throws
  public static <T> Optional<T> until(Duration limit, Progress progress, Look<T> look) throws WifiException {
    long start = System.nanoTime();
    while (true) {
      throwIfCancelled(progress);
      Optional<T> found = look.look();
      if (found.isPresent() || System.nanoTime() - start >= limit.toNanos())
        return found;
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  /// @throws WifiException [WifiFailure.Cancelled] when the work is cancelled
  public static void throwIfCancelled(Progress progress) throws WifiException {
    if (progress.cancelled())
      throw new WifiException(new WifiFailure.Cancelled());
  }

  /// One look at the system.
  @FunctionalInterface
  public interface Look<T> {
    /// What is waited for; empty while it is not there.
    Optional<T> look() throws WifiException;
  }
}
