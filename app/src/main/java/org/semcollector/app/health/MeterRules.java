package org.semcollector.app.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.StoredReading;

/// What the meter as a whole tells: its supply, clock, memory and firmware.
final class MeterRules {
  /// Boots logged so close together were each shorter than an hour: nothing was saved between them.
  static final Duration ONE_HOUR = Duration.ofSeconds(2);
  static final int LOOSE_SUPPLY_BOOTS = 3;
  static final double BOOTS_A_DAY = 1;
  static final double MISSING_SHARE = 0.05;
  static final Duration LAG_NOTE = Duration.ofMinutes(10);
  static final Duration LAG_WATCH = Duration.ofDays(1);
  static final double MEMORY_WATCH = 0.75;
  static final double MEMORY_FAULT = 0.95;
  /// Energy is 60 times too large and a record is saved every minute.
  static final int LAST_BY_THE_MINUTE = 101;

  private MeterRules() {}

  static List<Finding> judge(HealthFacts facts) {
    var findings = new ArrayList<Finding>();
    looseSupply(facts).ifPresent(findings::add);
    bootsADay(facts).ifPresent(findings::add);
    clockLag(facts).ifPresent(findings::add);
    memory(facts).ifPresent(findings::add);
    facts.firmwareVersion().stream().filter(version -> version <= LAST_BY_THE_MINUTE)
        .mapToObj(version -> Finding.of("old-firmware", Severity.WATCH, 0, version)).forEach(findings::add);
    missing(facts).ifPresent(findings::add);
    if (facts.cameBackEmpty())
      findings.add(Finding.of("lost-memory", Severity.FAULT, 0));
    facts.formerMeter().ifPresent(former -> findings.add(Finding.of("replaced", Severity.NOTE, 0, former.value())));
    return findings;
  }

  private static Optional<Finding> looseSupply(HealthFacts facts) {
    int most = 0;
    int run = 0;
    for (int i = 0; i < facts.boots().size(); i++) {
      boolean close = i > 0 && facts.boots().get(i) - facts.boots().get(i - 1) <= ONE_HOUR.toMillis();
      run = close ? run + 1 : 1;
      most = Math.max(most, run);
    }
    return most < LOOSE_SUPPLY_BOOTS
        ? Optional.empty()
        : Optional.of(Finding.of("loose-supply", Severity.FAULT, 0, most));
  }

  private static Optional<Finding> bootsADay(HealthFacts facts) {
    double days = days(facts);
    double daily = facts.boots().size() / Math.max(days, 1);
    return days == 0 || daily <= BOOTS_A_DAY
        ? Optional.empty()
        : Optional.of(Finding.of("boots-a-day", Severity.WATCH, 0, daily, facts.boots().size()));
  }

  private static double days(HealthFacts facts) {
    Optional<Instant> first = ends(facts, true);
    Optional<Instant> last = ends(facts, false);
    return first.isEmpty() || last.isEmpty() ? 0 : Duration.between(first.get(), last.get()).toSeconds() / 86_400.0;
  }

  private static Optional<Instant> ends(HealthFacts facts, boolean first) {
    return facts.channels().values().stream().filter(readings -> !readings.isEmpty())
        .map(readings -> (first ? readings.getFirst() : readings.getLast()).time().measuredAt())
        .min(first ? Comparator.naturalOrder() : Comparator.reverseOrder());
  }

  private static Optional<Finding> missing(HealthFacts facts) {
    MissingHours missing = MissingHours.of(facts.gaps());
    return missing.sum() <= MISSING_SHARE * HealthFacts.DAYS * 24
        ? Optional.empty()
        : Optional.of(Finding.of("missing", Severity.WATCH, 0, missing, HealthFacts.DAYS));
  }

  private static Optional<Finding> clockLag(HealthFacts facts) {
    Optional<StoredReading> newest = facts.channels().values().stream().filter(readings -> !readings.isEmpty())
        .map(List::getLast).max(Comparator.comparing(reading -> reading.time().measuredAt()));
    return newest.map(reading -> Duration.ofMillis(
        reading.time().measuredAt().toEpochMilli() - reading.raw().deviceMillis()))
        .filter(lag -> lag.abs().compareTo(LAG_NOTE) > 0)
        .map(lag -> Finding.of("clock-lag", lag.abs().compareTo(LAG_WATCH) > 0 ? Severity.WATCH : Severity.NOTE, 0,
            lag.abs().toHours(), lag.abs().toMinutesPart(), lag.isNegative() ? -1 : 1));
  }

  private static Optional<Finding> memory(HealthFacts facts) {
    double used = MemoryForecast.usedNow(facts);
    if (used < MEMORY_WATCH)
      return Optional.empty();
    MemoryForecast memory = MemoryForecast.of(facts);
    return Optional.of(Finding.of("memory", used >= MEMORY_FAULT ? Severity.FAULT : Severity.WATCH, 0,
        memory.records(), memory.capacity(), memory.full()));
  }
}
