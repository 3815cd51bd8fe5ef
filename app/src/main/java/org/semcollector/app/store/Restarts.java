package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import org.semcollector.protocol.meter.Ssid;

/// Boots that were no outages: the meter was given other firmware from here.
public interface Restarts {
  /// One of them.
  ///
  /// @param from when the meter last ran
  /// @param to when it was seen running again
  record Restart(Instant from, Instant to) {}

  /// A meter's restarts, in order of time.
  List<Restart> of(Ssid ssid) throws StoreException;
}
