package org.semcollector.app.sync;

import java.util.Map;
import org.semcollector.app.store.FirmwareReports.Mark;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.StoreException;

/// Whether a run would find anything to do, beside looking for what is proven. What was refused, and what a run without a
/// sign-in cannot prove or delete, would keep runs starting for ever.
record SyncDue(SyncStores stores, boolean signedIn) {
  boolean anywhere() throws StoreException {
    for (MeterRow meter : stores.meters().meters()) {
      if (of(meter))
        return true;
    }
    return false;
  }

  private boolean of(MeterRow meter) throws StoreException {
    Map<State, Long> counts = stores.outbox().counts(meter.ssid());
    long onLaptop = counts.getOrDefault(State.ON_LAPTOP, 0L);
    long moved = onLaptop > 0 || signedIn ? stores.stale().count(meter.ssid()) : 0;
    boolean readings = signedIn
        ? onLaptop > 0 || moved > 0 || counts.getOrDefault(State.ACCEPTED, 0L) > 0
        : onLaptop > moved;
    return readings || !stores.firmware().of(meter.ssid(), Mark.ON_LAPTOP).isEmpty()
        || (signedIn && !stores.firmware().of(meter.ssid(), Mark.ACCEPTED).isEmpty());
  }
}
