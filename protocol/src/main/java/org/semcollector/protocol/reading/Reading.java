package org.semcollector.protocol.reading;

import java.util.OptionalDouble;

/// One stored record of a meter, exactly as it stands on the wire (raw: nothing corrected, nothing scaled).
///
/// Power, current and voltage are values from about the last eight seconds of the save period, not means over it;
/// only the energy is integrated. Floats may be NaN or infinite: the meter does not prevent it.
///
/// @param channel measuring channel, 1 to 3 (the wire's `ct_id`)
/// @param activePowerW active power near the end of the period, W
/// @param apparentPowerVa apparent power near the end of the period, VA
/// @param currentA RMS current near the end of the period, A
/// @param voltageV RMS voltage near the end of the period, V
/// @param intervalEnergyKwh energy of this save period in kWh as sent; firmware up to 101 sends 60 times too much,
///     see [SavePeriod#energyKwh]
/// @param deviceMillis the meter's own clock at the end of the period, ms since 1970; may be hours or years wrong
public record Reading(
    int channel,
    float activePowerW,
    float apparentPowerVa,
    float currentA,
    float voltageV,
    float intervalEnergyKwh,
    long deviceMillis) {

  /// Active over apparent power; empty when the apparent power is zero or either is not finite. May exceed 1 by noise.
  public OptionalDouble powerFactor() {
    double factor = (double) activePowerW / apparentPowerVa;
    return Double.isFinite(factor) && Float.isFinite(apparentPowerVa)
        ? OptionalDouble.of(factor)
        : OptionalDouble.empty();
  }
}
