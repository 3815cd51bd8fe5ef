package org.semcollector.app.visit;

import java.time.Instant;
import org.semcollector.protocol.meter.Ssid;

/// One visit to one meter.
///
/// @param ssid the meter
/// @param name the visit's name within the meter, unique, sorts by time: "2026-11-20T14-03-12.345Z"
/// @param startedAt the laptop's time at the start
public record VisitRef(Ssid ssid, String name, Instant startedAt) {
  /// "SEM-246f28abcdef/2026-11-20T14-03-12.345Z": stable, used in the database, in exports and as folder path.
  public String reference() {
    return ssid.fileName() + "/" + name;
  }
}
