package org.semcollector.app.correct;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// Tells which readings no server can have.
public interface Unsent {
  /// The keys of a meter's readings that were never accepted by a server.
  Set<Long> keys(Ssid ssid) throws StoreException;

  static Unsent in(Outbox outbox) {
    return ssid -> {
      var keys = new HashSet<Long>();
      for (Outbox.State state : List.of(Outbox.State.ON_LAPTOP, Outbox.State.REFUSED))
        outbox.entries(ssid, state, 0, Integer.MAX_VALUE).forEach(entry -> keys.add(entry.reading().key()));
      return keys;
    };
  }
}
