package org.semcollector.app.store;

import java.time.Instant;
import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// One visit as the store knows it.
public record VisitRow(
    Ssid ssid,
    String reference,
    Instant startedAt,
    Optional<Instant> endedAt,
    String outcome,
    int newReadings,
    int knownReadings,
    boolean erased,
    int outages,
    String sentence) {}
