package org.semcollector.app.health;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.reading.Reading;

/// What channels tell when they are compared. Meters give powers without sign, so a reversed clamp on the right phase
/// cannot be seen; a clamp on another phase than its voltage can: its power factor is low whatever the load.
final class PhaseRules {
  /// A channel that stopped so many saves before the others is missing.
  static final int MISSING_SAVES = 3;
  static final double LOW_POWER_FACTOR = 0.65;
  static final double GOOD_POWER_FACTOR = 0.8;

  private PhaseRules() {}

  static List<Finding> judge(HealthFacts facts) {
    var findings = new ArrayList<Finding>();
    if (facts.channels().size() < 2)
      return findings;
    facts.channels().forEach((channel, readings) -> {
      if (isMissing(readings, facts))
        findings.add(Finding.of("phase-missing", Severity.FAULT, channel));
      else if (isOnOtherPhase(channel, readings, facts))
        findings.add(Finding.of("phase-mixed-up", Severity.FAULT, channel, powerFactor(readings).orElse(0)));
    });
    return findings;
  }

  private static boolean isMissing(List<StoredReading> readings, HealthFacts facts) {
    List<StoredReading> longest = facts.channels().values().stream().max((a, b) -> Integer.compare(a.size(), b.size()))
        .orElseThrow();
    if (longest.size() < MISSING_SAVES)
      return false;
    if (readings.isEmpty())
      return true;
    StoredReading third = longest.get(longest.size() - MISSING_SAVES);
    return readings.getLast().time().measuredAt().isBefore(third.time().measuredAt().minus(third.period().length()
        .dividedBy(2)));
  }

  private static boolean isOnOtherPhase(int channel, List<StoredReading> readings, HealthFacts facts) {
    if (powerFactor(readings).orElse(1) > LOW_POWER_FACTOR)
      return false;
    return facts.channels().entrySet().stream().filter(entry -> entry.getKey() != channel)
        .allMatch(entry -> powerFactor(entry.getValue()).orElse(0) >= GOOD_POWER_FACTOR);
  }

  /// Median over the readings with a real current.
  private static OptionalDouble powerFactor(List<StoredReading> readings) {
    List<StoredReading> loaded = readings.stream()
        .filter(reading -> reading.raw().currentA() > ChannelRules.REAL_CURRENT_A).toList();
    return Quantiles.median(ChannelRules.values(loaded, raw -> factor(raw)));
  }

  private static double factor(Reading raw) {
    return raw.powerFactor().orElse(Double.NaN);
  }
}
