package org.semcollector.protocol.reading;

import java.time.Duration;

/// How often the firmware that wrote a record saves, and how it scales the energy of one period.
public enum SavePeriod {
  /// Firmware 102 and later: one record an hour, energy as is.
  HOUR(Duration.ofHours(1), 1),
  /// Firmware up to 101: one record a minute, energy 60 times too large.
  MINUTE(Duration.ofMinutes(1), 60);

  private final Duration length;
  private final int energyScale;

  SavePeriod(Duration length, int energyScale) {
    this.length = length;
    this.energyScale = energyScale;
  }

  /// The nominal time between two saves; the real one is up to about 3 s longer.
  public Duration length() {
    return length;
  }

  /// The true energy of a record in kWh: the wire's value without this firmware's scale error.
  public double energyKwh(Reading reading) {
    return energyKwh(reading.intervalEnergyKwh());
  }

  /// As [#energyKwh(Reading)].
  ///
  /// @param sentKwh the wire's value
  public double energyKwh(float sentKwh) {
    return (double) sentKwh / energyScale;
  }
}
