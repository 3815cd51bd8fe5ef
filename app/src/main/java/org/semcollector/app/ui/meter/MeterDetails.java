package org.semcollector.app.ui.meter;

import java.util.List;
import java.util.Optional;
import org.semcollector.app.health.HealthLook;
import org.semcollector.app.health.HealthVerdict;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.operate.ClockHistory;
import org.semcollector.app.store.MeterRow;
import org.semcollector.protocol.meter.Ssid;

/// What the details of one meter show.
///
/// @param row what the store has; empty for a meter never visited
/// @param health what its readings and visits tell, and how full it is; empty for a meter nobody knows
/// @param clock how its clock keeps time
/// @param history what happened to it, newest first
record MeterDetails(
    Ssid ssid, Optional<MeterRow> row, MeterNote note, Optional<HealthLook> health, ClockHistory clock,
    List<HistoryItem> history) {
  MeterDetails {
    history = List.copyOf(history);
  }

  MeterDetails noted(MeterNote changed) {
    return new MeterDetails(ssid, row, changed, health, clock, history);
  }

  Optional<HealthVerdict> verdict() {
    return health.map(HealthLook::verdict);
  }

  /// What people call it.
  String name() {
    return note.name().or(() -> row.map(MeterRow::name)).orElse(ssid.value());
  }
}
