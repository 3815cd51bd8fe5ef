package org.semcollector.app.operate;

import java.time.Instant;
import java.util.Optional;

/// What one visit found of a meter's clock.
///
/// @param visit the visit's name in journal and store
/// @param at when the meter was read
/// @param setAt when this visit set the clock; empty when it did not, or nobody knows
/// @param starts boots since the clock was set before, an update from here among them
/// @param lag how far the clock was behind
/// @param drift since the clock was set before; empty when that is not known to within seconds, or the meter started
public record ClockVisit(
    String visit, Instant at, Optional<Instant> setAt, int starts, ClockLag lag, Optional<ClockDrift> drift) {}
