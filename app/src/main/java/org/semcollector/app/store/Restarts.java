package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.semcollector.protocol.meter.Ssid;

/// Boots that were no outages: the meter was given other firmware from here.
public interface Restarts {
  /// One of them.
  ///
  /// @param from when the meter last ran
  /// @param to when it was seen running again
  /// @param versionBefore what it had said when it was collected before; empty = not known
  /// @param versionAfter what it said when it ran again; empty = nobody saw that
  record Restart(Instant from, Instant to, OptionalInt versionBefore, OptionalInt versionAfter) {
    /// One of which no version is known.
    public Restart(Instant from, Instant to) {
      this(from, to, OptionalInt.empty(), OptionalInt.empty());
    }
  }

  /// A meter's restarts, in order of time.
  List<Restart> of(Ssid ssid) throws StoreException;
}
