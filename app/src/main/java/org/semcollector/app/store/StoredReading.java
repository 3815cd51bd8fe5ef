package org.semcollector.app.store;

import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// A reading as kept: raw values and stamp beside the corrected time.
///
/// @param key unique and stable in this database: meter, erase epoch and position in the epoch's byte stream
/// @param record running number within the meter, from 0, oldest first
/// @param raw as the meter sent it
/// @param period how the firmware saved it; gives the true energy
/// @param time when it was really taken
public record StoredReading(long key, Ssid ssid, long record, Reading raw, SavePeriod period, CorrectedTime time) {
  /// Energy of the interval in kWh.
  public double intervalEnergyKwh() {
    return period.energyKwh(raw);
  }
}
