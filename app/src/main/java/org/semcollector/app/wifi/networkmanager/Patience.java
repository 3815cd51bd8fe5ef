package org.semcollector.app.wifi.networkmanager;

import java.time.Duration;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;

/// How long something may take, and whether it is still wanted.
///
/// @param doing what, for the sentence when time is up: "joining the meter"
/// @param limit from the start, for the same sentence
/// @param endNanos when time is up, in [System#nanoTime]
record Patience(String doing, Duration limit, long endNanos, Progress progress) {
  /// How often whoever waits looks whether it is still wanted.
  static final Duration STEP = Duration.ofMillis(50);

  /// From now on.
  static Patience of(String doing, Duration limit, Progress progress) {
    return new Patience(doing, limit, System.nanoTime() + limit.toNanos(), progress);
  }

  /// The same end, doing something else; ends earlier when the limit is shorter.
  Patience within(Duration shorter) {
    long end = System.nanoTime() + shorter.toNanos();
    return end - endNanos < 0 ? new Patience(doing, limit, end, progress) : this;
  }

  /// Lasts so much longer, for what must still be asked when time is up.
  Patience andThen(Duration more) {
    return new Patience(doing, limit, endNanos + more.toNanos(), progress);
  }

  /// Whether time is up.
  boolean over() {
    return endNanos - System.nanoTime() <= 0;
  }

  /// @throws WifiException when it is not wanted any more, or time is up
  void check() throws WifiException {
    checkWanted();
    if (over())
      throw new WifiException(new WifiFailure.TimedOut(doing, limit));
  }

  /// @throws WifiException when it is not wanted any more
  void checkWanted() throws WifiException {
    if (progress.cancelled())
      throw new WifiException(new WifiFailure.Cancelled());
  }

  /// Lets one step of time pass.
  void pause() throws WifiException {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      throw new WifiException(new WifiFailure.Cancelled(), e);
    }
  }
}
