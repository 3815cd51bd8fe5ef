package org.semcollector.app.store;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// Meters and visits.
public interface MeterStore {
  /// All meters ever visited or named, by name.
  List<MeterRow> meters() throws StoreException;

  Optional<MeterRow> meter(Ssid ssid) throws StoreException;

  /// Names a meter, known or not.
  void rename(Ssid ssid, String name) throws StoreException;

  /// Sets the zone in which a meter's days are counted.
  void setZone(Ssid ssid, ZoneId zone) throws StoreException;

  /// Visits, newest first; of one meter or of all.
  List<VisitRow> visits(Optional<Ssid> ssid) throws StoreException;
}
