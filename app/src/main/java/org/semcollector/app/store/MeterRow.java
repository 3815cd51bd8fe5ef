package org.semcollector.app.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// What is known of a meter.
///
/// @param name what people call it; the SSID until someone named it
/// @param zone the zone its days are counted in
/// @param lastCollectedAt end of the last visit that stored its readings or found nothing new
/// @param lastOutcome outcome of the last visit: "done", "partly", "failed", "cancelled"
/// @param readings how many readings are stored
/// @param unproven how many of them the server is not yet proven to have
/// @param firstMeasuredAt measured time of the oldest reading
/// @param lastMeasuredAt measured time of the newest reading
public record MeterRow(
    Ssid ssid,
    String name,
    ZoneId zone,
    Optional<MeterToken> token,
    OptionalInt firmwareVersion,
    Optional<Instant> lastCollectedAt,
    Optional<String> lastOutcome,
    long readings,
    long unproven,
    Optional<Instant> firstMeasuredAt,
    Optional<Instant> lastMeasuredAt) {}
