package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.time.Instant;

/// What a meter's clamps and voltage tap see. Pure: the same question always gets the same answer.
public interface Load {
  /// The load at one instant.
  ///
  /// @param activePowerW active power, W
  /// @param reactivePowerVar reactive power, var
  /// @param voltageV RMS voltage, V
  record Sample(double activePowerW, double reactivePowerVar, double voltageV) {
    public double apparentPowerVa() {
      return StrictMath.hypot(activePowerW, reactivePowerVar);
    }

    /// RMS current in A, 0 without voltage.
    public double currentA() {
      return voltageV == 0 ? 0 : apparentPowerVa() / voltageV;
    }
  }

  /// @param channel 1 to 3
  Sample at(Instant time, int channel);

  /// True active energy between two instants in kWh. Unless a load knows better, taken from one sample a minute.
  default double energyKwh(Instant from, Instant to, int channel) {
    long millis = Duration.between(from, to).toMillis();
    int steps = (int) Math.max(1, millis / 60_000);
    double wattSum = 0;
    for (int i = 0; i < steps; i++) {
      wattSum += at(from.plusMillis((2L * i + 1) * millis / (2L * steps)), channel).activePowerW();
    }
    return wattSum / steps * millis / 3_600_000_000.0;
  }

  /// The same power for ever on every channel, purely active; for tests with hand-made expectations.
  static Load constant(double activePowerW, double voltageV) {
    var sample = new Sample(activePowerW, 0, voltageV);
    return (_, _) -> sample;
  }
}
