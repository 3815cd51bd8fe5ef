package org.semcollector.protocol.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.protocol.reading.Reading;

/// Turns the load of one save period into records, with the firmware's own errors: power, current and voltage are what
/// the last seconds left in a halving average, and energy counts only while the meter samples.
final class HourAccumulator {
  private static final int CHAIN_STEPS = 4;
  private static final int STEP_SECONDS = 2;

  private final Load load;
  private final int channels;
  private final double dutyFactor;

  HourAccumulator(Load load, int channels, double dutyFactor) {
    this.load = load;
    this.channels = channels;
    this.dutyFactor = dutyFactor;
  }

  /// When a channel's last sample of a period that ends at `end` is done: the channels are sampled one after the other.
  Instant sampledAt(Instant end, int channel) {
    return end.minusSeconds(channels - channel);
  }

  /// One record per channel.
  ///
  /// @param energyScale by how much this firmware multiplies energy
  List<Reading> records(Instant start, Instant end, MeterClock clock, int energyScale) {
    var records = new ArrayList<Reading>(channels);
    for (int channel = 1; channel <= channels; channel++) {
      Instant at = sampledAt(end, channel);
      double powerW = 0;
      double apparentVa = 0;
      double currentA = 0;
      double voltageV = 0;
      for (int step = CHAIN_STEPS; step >= 0; step--) {
        Load.Sample sample = load.at(at.minusSeconds((long) step * STEP_SECONDS), channel);
        double weight = step == CHAIN_STEPS ? 1 : 0.5;
        powerW += weight * (Math.abs(sample.activePowerW()) - powerW);
        apparentVa += weight * (sample.apparentPowerVa() - apparentVa);
        currentA += weight * (sample.currentA() - currentA);
        voltageV += weight * (sample.voltageV() - voltageV);
      }
      double kwh = Math.abs(trueEnergyKwh(start, end, channel)) * dutyFactor * energyScale;
      records.add(new Reading(channel, (float) powerW, (float) apparentVa, (float) currentA, (float) voltageV,
          (float) kwh, clock.deviceMillis(at)));
    }
    return records;
  }

  double trueEnergyKwh(Instant start, Instant end, int channel) {
    return load.energyKwh(sampledAt(start, channel), sampledAt(end, channel), channel);
  }
}
