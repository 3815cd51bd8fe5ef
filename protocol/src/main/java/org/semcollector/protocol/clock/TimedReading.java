package org.semcollector.protocol.clock;

import java.time.Instant;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// An earlier reading of the same meter whose true time is known, to seconds or a few minutes: evidence of how the meter
/// lives.
///
/// @param reading its energy and voltage are used, its current too where it is finite; its stamp is not
/// @param period its save period
/// @param measuredAt the true end of the period
public record TimedReading(Reading reading, SavePeriod period, Instant measuredAt) {}
