package org.semcollector.app.rollup;

import java.util.OptionalDouble;

/// What a meter sends beside the energy: values of the last seconds of each save period, not means over it. All summed:
/// powers and currents of the channels of a save are added, their voltages averaged. Means are weighted by the time the
/// readings cover.
///
/// @param meanActivePowerW mean of the readings' active powers
/// @param minActivePowerW smallest of them
/// @param maxActivePowerW largest of them
/// @param meanApparentPowerVa mean of their apparent powers
/// @param meanVoltageV mean of their voltages
/// @param meanCurrentA mean of their currents
public record NearEnd(
    OptionalDouble meanActivePowerW,
    OptionalDouble minActivePowerW,
    OptionalDouble maxActivePowerW,
    OptionalDouble meanApparentPowerVa,
    OptionalDouble meanVoltageV,
    OptionalDouble meanCurrentA) {
  /// Nothing was measured.
  public static final NearEnd NOTHING = new NearEnd(OptionalDouble.empty(), OptionalDouble.empty(),
      OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  /// Only voltage and current.
  public static NearEnd of(OptionalDouble meanVoltageV, OptionalDouble meanCurrentA) {
    return new NearEnd(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(),
        meanVoltageV, meanCurrentA);
  }

  /// Active by apparent power; empty without apparent power.
  public OptionalDouble powerFactor() {
    if (meanActivePowerW.isEmpty() || meanApparentPowerVa.isEmpty() || meanApparentPowerVa.getAsDouble() == 0)
      return OptionalDouble.empty();
    double factor = meanActivePowerW.getAsDouble() / meanApparentPowerVa.getAsDouble();
    return Double.isFinite(factor) ? OptionalDouble.of(factor) : OptionalDouble.empty();
  }
}
