package org.semcollector.app.ui.meters;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.app.health.HealthLook;
import org.semcollector.app.health.MemoryForecast;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.MeterInsight;
import org.semcollector.app.ui.collect.MeterState;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

/// A meter in the list.
///
/// @param known what the store has; empty for a meter never visited
/// @param air how it is heard; empty when it is not
/// @param signal how well
/// @param joined whether the user joined it in the system's menu
/// @param lastCollected in words, empty when never
/// @param fresh whether the last collecting was less than ten minutes ago
public record MeterItem(
    Ssid ssid,
    String name,
    MeterState state,
    Optional<MeterRow> known,
    Optional<AccessPoint> air,
    Signal signal,
    boolean joined,
    Optional<String> lastCollected,
    boolean fresh,
    MeterInsight insight) {
  /// Readings that the server is not proven to have.
  public long unproven() {
    return known.map(MeterRow::unproven).orElse(0L);
  }

  public Optional<Instant> lastMeasured() {
    return known.flatMap(MeterRow::lastMeasuredAt);
  }

  public Verdict verdict() {
    return Verdict.of(insight.health().map(HealthLook::verdict));
  }

  public Optional<MemoryForecast> memory() {
    return insight.health().map(HealthLook::memory);
  }

  public OptionalInt firmware() {
    return known.map(MeterRow::firmwareVersion).orElse(OptionalInt.empty());
  }

  boolean isInRange() {
    return air.isPresent();
  }
}
