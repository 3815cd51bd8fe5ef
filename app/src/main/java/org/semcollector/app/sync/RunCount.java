package org.semcollector.app.sync;

import java.util.concurrent.atomic.AtomicLong;
import org.semcollector.app.store.SyncRuns.Counts;
import org.semcollector.app.sync.SyncListener.Settled;
import org.semcollector.protocol.meter.Ssid;

/// How far a run is, and what it did.
final class RunCount {
  private final SyncListener listener;
  private final AtomicLong total = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong proven = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong deleted = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong firmware = new AtomicLong();

  RunCount(SyncListener listener) {
    this.listener = listener;
  }

  /// Readings the run has to settle, as far as it is known at its start.
  void due(long readings) {
    total.addAndGet(readings);
  }

  void settled(Ssid ssid, Settled how, int readings) {
    if (readings == 0) {
      return;
    }
    switch (how) {
      case PROVEN -> proven.addAndGet(readings);
      case ACCEPTED -> accepted.addAndGet(readings);
      case REFUSED -> refused.addAndGet(readings);
    }
    listener.settled(ssid, how, readings);
    synchronized (done) {
      // told in order, whatever thread is faster
      long now = done.addAndGet(readings);
      listener.at(Math.min(total.get(), now), total.get());
    }
  }

  /// Former times that are gone from the server.
  void deleted(int stamps) {
    deleted.addAndGet(stamps);
  }

  /// Proven readings that the server has no more; they are to be settled too.
  void lost(int readings) {
    lost.addAndGet(readings);
    total.addAndGet(readings);
  }

  /// Firmware states that were proven.
  void firmware(int states) {
    firmware.addAndGet(states);
  }

  /// How many firmware states were proven so far.
  long firmware() {
    return firmware.get();
  }

  /// What was done so far.
  Counts counts(long waiting) {
    return new Counts(proven.get(), accepted.get(), refused.get(), deleted.get(), lost.get(), waiting);
  }
}
