package org.semcollector.app.setup;

import java.time.Instant;
import java.util.Optional;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// What a meter is to be set up with.
///
/// @param name what people will call it
/// @param site the place it belongs to
/// @param doneAt when it was set up and read back; empty = still to be done
public record PreparedSetUp(
    Ssid ssid, MeterToken token, Optional<String> name, Optional<String> site, Optional<Instant> doneAt) {
  PreparedSetUp done(Instant at) {
    return new PreparedSetUp(ssid, token, name, site, Optional.of(at));
  }
}
