package org.semcollector.protocol.simulator;

import java.time.Instant;

/// What really happened behind one stored record.
///
/// @param epoch how often the meter had been erased before
/// @param record position in the telemetry body since the last erase, counting from 0
/// @param channel 1 to 3
/// @param periodStart true beginning of the time the record stands for
/// @param measuredAt true end of it, the instant whose device time the record carries
/// @param energyKwh true energy that flowed in between, kWh; the meter reports less
public record TrueReading(
    int epoch, int record, int channel, Instant periodStart, Instant measuredAt, double energyKwh) {}
