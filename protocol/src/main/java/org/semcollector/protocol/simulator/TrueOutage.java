package org.semcollector.protocol.simulator;

import java.time.Instant;

/// A time without power, or of a restart, as it really was.
public record TrueOutage(Instant from, Instant to) {}
