package org.semcollector.app.sync.server;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// Meters in memory.
final class FakeMeters implements MeterStore {
  private final List<MeterRow> rows = new ArrayList<>();

  /// @param token empty for a meter without one
  MeterRow add(int number, String name, String token) {
    var ssid = new Ssid(String.format(Locale.ROOT, "SEM-24:6f:28:00:00:%02x", number));
    Optional<MeterToken> known = token.isEmpty()
        ? Optional.empty()
        : Optional.of(new MeterToken(token, new UUID(0, number)));
    var row = new MeterRow(ssid, name, ZoneOffset.UTC, known, OptionalInt.empty(), Optional.empty(), Optional.empty(),
        0, 0, Optional.empty(), Optional.empty());
    rows.add(row);
    return row;
  }

  @Override
  public List<MeterRow> meters() {
    return List.copyOf(rows);
  }

  @Override
  public Optional<MeterRow> meter(Ssid ssid) {
    return rows.stream().filter(row -> row.ssid().equals(ssid)).findFirst();
  }

  @Override
  public void rename(Ssid ssid, String name) {
    rows.replaceAll(row -> row.ssid().equals(ssid)
        ? new MeterRow(ssid, name, row.zone(), row.token(), row.firmwareVersion(), row.lastCollectedAt(),
            row.lastOutcome(), row.readings(), row.unproven(), row.firstMeasuredAt(), row.lastMeasuredAt())
        : row);
  }

  @Override
  public void setZone(Ssid ssid, ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<VisitRow> visits(Optional<Ssid> ssid) {
    return List.of();
  }
}
