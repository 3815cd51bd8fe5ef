package org.semcollector.app.ui.meters;

import java.time.Instant;
import java.util.Optional;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.collect.MeterState;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

/// A meter in the list.
///
/// @param known what the store has; empty for a meter never visited
/// @param air how it is heard; empty when it is not
/// @param lastCollected in words, empty when never
/// @param fresh whether the last collecting was less than ten minutes ago
public record MeterItem(
    Ssid ssid,
    String name,
    MeterState state,
    Optional<MeterRow> known,
    Optional<AccessPoint> air,
    Optional<String> lastCollected,
    boolean fresh) {
  /// Readings that the server is not proven to have.
  public long unproven() {
    return known.map(MeterRow::unproven).orElse(0L);
  }

  public Optional<Instant> lastMeasured() {
    return known.flatMap(MeterRow::lastMeasuredAt);
  }
}
