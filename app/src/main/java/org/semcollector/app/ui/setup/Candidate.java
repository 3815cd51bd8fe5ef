package org.semcollector.app.ui.setup;

import java.util.Optional;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// A meter that could be set up: it is in range, or prepared in the office.
///
/// @param known what the store has
/// @param air how it is heard; empty when it is not
/// @param prepared what was prepared for it
record Candidate(
    Ssid ssid, Optional<MeterRow> known, Optional<AccessPoint> air, Optional<PreparedSetUp> prepared) {
  /// What it is called, or will be.
  String name() {
    return prepared.flatMap(PreparedSetUp::name).or(() -> known.map(MeterRow::name)).orElse(ssid.value());
  }

  /// The token that was seen on it when it was visited last.
  Optional<MeterToken> token() {
    return known.flatMap(MeterRow::token);
  }

  Standing standing() {
    if (prepared.isPresent())
      return prepared.get().doneAt().isPresent() ? Standing.DONE : Standing.PREPARED;
    return token().isPresent() ? Standing.SET_UP : Standing.NEW;
  }

  /// How far its set-up is.
  enum Standing {
    /// Prepared in the office, still to be done.
    PREPARED,
    /// Nobody set it up, as far as is known here.
    NEW,
    /// It has a token.
    SET_UP,
    /// It was prepared and is done.
    DONE
  }
}
