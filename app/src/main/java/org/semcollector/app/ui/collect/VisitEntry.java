package org.semcollector.app.ui.collect;

import org.semcollector.protocol.meter.Ssid;

/// A meter of this session: waiting, being visited, or visited.
public record VisitEntry(Ssid ssid, String name, MeterState state) {}
