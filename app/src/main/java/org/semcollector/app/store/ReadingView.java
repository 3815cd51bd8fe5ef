package org.semcollector.app.store;

import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.SavePeriod;

/// A reading as plain numbers, for adding millions of them up without an object for each. While readings are streamed
/// it shows another one as soon as the next is handed over: take from it what is needed, do not keep it.
public interface ReadingView {
  /// See [StoredReading#key].
  long key();

  /// 1 to 3.
  int channel();

  SavePeriod period();

  /// When it was really taken, ms since 1970.
  long measuredMillis();

  /// The earliest time it may have been taken at, with 90 % probability.
  long earliestMillis();

  /// The latest.
  long latestMillis();

  Why why();

  /// The meter's own stamp, ms.
  long deviceMillis();

  float activePowerW();

  float apparentPowerVa();

  float currentA();

  float voltageV();

  /// Energy of the interval in kWh.
  double intervalEnergyKwh();
}
