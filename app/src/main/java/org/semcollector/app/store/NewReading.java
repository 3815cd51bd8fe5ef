package org.semcollector.app.store;

import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.reading.SavePeriod;

/// A reading about to be stored.
///
/// @param key identity
/// @param record running number within the meter, from 0
/// @param raw its 30 bytes
/// @param period how the firmware saved it
/// @param time when it was taken
/// @param kwhTotal energy of its channel up to and with it, kWh
public record NewReading(
    ReadingKey key, long record, Bytes raw, SavePeriod period, CorrectedTime time, double kwhTotal) {}
