package org.semcollector.app.rollup;

import java.time.Instant;
import org.semcollector.protocol.reading.SavePeriod;

/// Where readings begin or cease to cover the time of a meter, and what is known of the reading there: the evidence for
/// why time is missing.
///
/// @param at when
/// @param starts true where a reading's interval begins after missing time, false where the last one before it ends
/// @param key of the reading, see [org.semcollector.app.store.ReadingKey]
/// @param channel its channel, 1 to 3
/// @param deviceMillis the reading's raw stamp
/// @param period how the firmware saved it
/// @param clockNeverSet whether the meter did not know the time when it took the reading
/// @param band how far its time may be off
public record CoverageEdge(
    Instant at,
    boolean starts,
    long key,
    int channel,
    long deviceMillis,
    SavePeriod period,
    boolean clockNeverSet,
    TimeBand band) {}
