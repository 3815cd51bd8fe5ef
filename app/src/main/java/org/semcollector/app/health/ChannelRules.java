package org.semcollector.app.health;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.reading.Reading;

/// What one channel's readings tell.
final class ChannelRules {
  /// A line with less is not connected, V.
  static final double NO_VOLTAGE_V = 20;
  /// EN 50160: 95 % of a week's values within a tenth of the nominal voltage.
  static final double BAND = 0.10;
  static final double OUT_OF_BAND_SHARE = 0.05;
  /// More than an open clamp shows, A.
  static final double REAL_CURRENT_A = 0.5;
  /// So many equal readings on end are no chance.
  static final int STUCK_READINGS = 6;
  /// A current that is never less, nor ever that of a load, with a power factor below [#NOISE_POWER_FACTOR], A.
  static final double NOISE_A = 0.02;
  static final double LOAD_A = 0.3;
  static final double NOISE_POWER_FACTOR = 0.3;
  static final double COUNTED_OFF = 0.05;

  private ChannelRules() {}

  static List<Finding> energyFactor(int channel, List<StoredReading> readings, HealthFacts facts) {
    return EnergyFactorEstimate.of(readings)
        .filter(estimate -> estimate.isClear() && Math.abs(estimate.counted() - 1) > COUNTED_OFF)
        .map(estimate -> List.of(Finding.of("energy-factor", Severity.WATCH, channel, estimate.counted(),
            estimate.factor(), estimate.hours())))
        .orElse(List.of());
  }

  static List<Finding> voltage(int channel, List<StoredReading> readings, HealthFacts facts) {
    double[] volts = values(readings, Reading::voltageV);
    OptionalDouble median = Quantiles.median(volts);
    if (median.isEmpty() || median.getAsDouble() < NO_VOLTAGE_V) {
      long flowing = readings.stream().filter(reading -> reading.raw().currentA() > REAL_CURRENT_A).count();
      return List.of(flowing * 2 > readings.size()
          ? Finding.of("current-without-voltage", Severity.FAULT, channel,
              Quantiles.median(values(readings, Reading::currentA)).orElse(0))
          : Finding.of("voltage-absent", Severity.FAULT, channel, median.orElse(0)));
    }
    double low = facts.nominalVoltageV() * (1 - BAND);
    double high = facts.nominalVoltageV() * (1 + BAND);
    long outside = readings.stream().filter(r -> !(r.raw().voltageV() >= low && r.raw().voltageV() <= high)).count();
    double share = (double) outside / readings.size();
    return share <= OUT_OF_BAND_SHARE
        ? List.of()
        : List.of(Finding.of("voltage-out-of-band", Severity.WATCH, channel,
            share, low, high, Quantiles.of(volts, 0).orElseThrow(), Quantiles.of(volts, 1).orElseThrow()));
  }

  static List<Finding> stuck(int channel, List<StoredReading> readings, HealthFacts facts) {
    int longest = 1;
    int run = 1;
    for (int i = 1; i < readings.size(); i++) {
      run = sameValues(readings.get(i - 1).raw(), readings.get(i).raw()) ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest < STUCK_READINGS ? List.of() : List.of(Finding.of("stuck", Severity.FAULT, channel, longest));
  }

  /// Bit for bit, without the energy: an hour counts other sample gaps than the next even with a frozen sensor.
  private static boolean sameValues(Reading a, Reading b) {
    return Float.floatToRawIntBits(a.activePowerW()) == Float.floatToRawIntBits(b.activePowerW())
        && Float.floatToRawIntBits(a.currentA()) == Float.floatToRawIntBits(b.currentA())
        && Float.floatToRawIntBits(a.voltageV()) == Float.floatToRawIntBits(b.voltageV());
  }

  static List<Finding> noiseFloor(int channel, List<StoredReading> readings, HealthFacts facts) {
    OptionalDouble least = Quantiles.of(values(readings, Reading::currentA), 0.05);
    OptionalDouble factor = Quantiles.of(values(readings, raw -> raw.powerFactor().orElse(Double.NaN)), 0.05);
    return least.orElse(0) < NOISE_A || least.orElse(0) > LOAD_A || factor.orElse(1) > NOISE_POWER_FACTOR
        ? List.of()
        : List.of(Finding.of("noise-floor", Severity.NOTE, channel, least.orElseThrow(),
            least.orElseThrow() * facts.nominalVoltageV()));
  }

  static List<Finding> notNumbers(int channel, List<StoredReading> readings, HealthFacts facts) {
    long strange = readings.stream().filter(reading -> !isFinite(reading.raw())).count();
    return strange == 0 ? List.of() : List.of(Finding.of("not-a-number", Severity.WATCH, channel, strange));
  }

  private static boolean isFinite(Reading raw) {
    return Float.isFinite(raw.activePowerW()) && Float.isFinite(raw.apparentPowerVa())
        && Float.isFinite(raw.currentA()) && Float.isFinite(raw.voltageV()) && Float.isFinite(raw.intervalEnergyKwh());
  }

  static double[] values(List<StoredReading> readings, ToDoubleFunction<Reading> value) {
    return readings.stream().mapToDouble(reading -> value.applyAsDouble(reading.raw())).toArray();
  }

  /// All of them over all channels with readings.
  static List<Finding> judge(HealthFacts facts) {
    List<HealthRule.OfChannel> rules = List.of(ChannelRules::energyFactor, ChannelRules::voltage, ChannelRules::stuck,
        ChannelRules::noiseFloor, ChannelRules::notNumbers);
    var findings = new ArrayList<Finding>();
    facts.channels().forEach((channel, readings) -> {
      if (!readings.isEmpty())
        rules.forEach(rule -> findings.addAll(rule.judge(channel, readings, facts)));
    });
    return findings;
  }
}
