package org.semcollector.app.laptopclock;

import java.time.Instant;

/// Somebody looked at the laptop's clock and said that it is right.
///
/// @param laptop what it showed then
/// @param uptime the counter at that moment
public record ClockConfirmation(Instant laptop, Uptime.Count uptime) {}
