package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;

/// Readings one after the other that move by the same time.
///
/// @param from time of the first of them before
/// @param to time of the last of them before
/// @param by how far they move; negative = they turn out to be earlier
public record Move(Instant from, Instant to, Duration by, int readings) {}
