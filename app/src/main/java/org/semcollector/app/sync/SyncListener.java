package org.semcollector.app.sync;

import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Ssid;

/// Follows a sync run and may cancel it. Called from several threads; must be cheap.
public interface SyncListener extends Progress {
  /// Follows nothing, cancels nothing.
  SyncListener NONE = of(Progress.NONE);

  /// Follows only how many readings are done.
  static SyncListener of(Progress progress) {
    return new SyncListener() {
      @Override
      public void at(long done, long total) {
        progress.at(done, total);
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  /// Some readings of a meter changed their state.
  default void settled(Ssid ssid, Settled how, int readings) {}

  /// Whether the run should rest before its next request, until this is false again or it is cancelled.
  default boolean paused() {
    return false;
  }

  /// A meter or the whole run waits before it tries again.
  default void waiting(String reason) {}

  /// What happened to readings.
  enum Settled {
    PROVEN, ACCEPTED, REFUSED
  }
}
