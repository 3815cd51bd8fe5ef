package org.semcollector.protocol.readout;

import java.time.Instant;
import java.util.Optional;
import org.semcollector.protocol.Bytes;

/// One visit's bodies, verbatim, before anything was changed on the meter.
///
/// @param version body of `GET /version`; empty when the meter does not know the request
/// @param token body of `GET /token`; empty when the meter has none
/// @param telemetry body of `GET /telemetry`
/// @param powerLosses body of `GET /powerloss_log`
/// @param collectedAt the laptop's time when the telemetry body was complete
public record Readout(
    Optional<Bytes> version, Optional<Bytes> token, Bytes telemetry, Bytes powerLosses, Instant collectedAt) {}
