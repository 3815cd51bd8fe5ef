package org.semcollector.app.store;

import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
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
public record StoredReading(long key, Ssid ssid, long record, Reading raw, SavePeriod period, CorrectedTime time)
    implements
      ReadingView {
  @Override
  public double intervalEnergyKwh() {
    return period.energyKwh(raw);
  }

  @Override
  public int channel() {
    return raw.channel();
  }

  @Override
  public long measuredMillis() {
    return time.measuredAt().toEpochMilli();
  }

  @Override
  public long earliestMillis() {
    return time.earliest().toEpochMilli();
  }

  @Override
  public long latestMillis() {
    return time.latest().toEpochMilli();
  }

  @Override
  public Why why() {
    return time.why();
  }

  @Override
  public long deviceMillis() {
    return raw.deviceMillis();
  }

  @Override
  public float activePowerW() {
    return raw.activePowerW();
  }

  @Override
  public float apparentPowerVa() {
    return raw.apparentPowerVa();
  }

  @Override
  public float currentA() {
    return raw.currentA();
  }

  @Override
  public float voltageV() {
    return raw.voltageV();
  }
}
