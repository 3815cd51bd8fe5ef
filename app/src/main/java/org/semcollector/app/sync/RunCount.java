package org.semcollector.app.sync;

import java.util.concurrent.atomic.AtomicLong;
import org.semcollector.app.sync.SyncListener.Settled;
import org.semcollector.protocol.meter.Ssid;

/// How far a run is.
final class RunCount {
  private final SyncListener listener;
  private final long total;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong proven = new AtomicLong();

  /// @param total readings the run has to settle
  RunCount(SyncListener listener, long total) {
    this.listener = listener;
    this.total = total;
  }

  void settled(Ssid ssid, Settled how, int readings) {
    if (readings == 0) {
      return;
    }
    if (how == Settled.PROVEN) {
      proven.addAndGet(readings);
    }
    listener.settled(ssid, how, readings);
    listener.at(Math.min(total, done.addAndGet(readings)), total);
  }

  long proven() {
    return proven.get();
  }
}
