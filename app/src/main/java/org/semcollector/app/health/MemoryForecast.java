package org.semcollector.app.health;

import java.time.Duration;
import java.time.Instant;

/// How full a meter's memory is, and when no record fits any more at its pace.
///
/// @param records that its flash held when it was last seen
/// @param capacity records that fit
/// @param full when it is full if nobody erases it
public record MemoryForecast(int records, int capacity, Instant full) {
  /// Records a single-phase meter holds; of several channels each takes its share, three fill blocks worse.
  private static final int SINGLE_PHASE_RECORDS = 60_674;
  private static final int THREE_PHASE_RECORDS = 31_758;

  /// Counted from when the meter was read last: what it has saved since is on it too.
  static MemoryForecast of(HealthFacts facts) {
    int capacity = channels(facts) == 1 ? SINGLE_PHASE_RECORDS : THREE_PHASE_RECORDS;
    return new MemoryForecast(facts.recordsOnMeter(), capacity,
        readAt(facts).plus(between(facts).multipliedBy(Math.max(0, capacity - facts.recordsOnMeter()))));
  }

  /// The part that is used now, as far as can be told; 1 = full.
  static double usedNow(HealthFacts facts) {
    double since = Math.max(0, Duration.between(readAt(facts), facts.now()).toMillis());
    return Math.min(1, (facts.recordsOnMeter() + since / between(facts).toMillis()) / of(facts).capacity());
  }

  private static Instant readAt(HealthFacts facts) {
    return facts.readAt().orElse(facts.now());
  }

  private static int channels(HealthFacts facts) {
    return Math.max(1, facts.channels().size());
  }

  /// Time between two records.
  private static Duration between(HealthFacts facts) {
    boolean everyMinute = facts.firmwareVersion()
        .orElse(MeterRules.LAST_BY_THE_MINUTE + 1) <= MeterRules.LAST_BY_THE_MINUTE;
    return Duration.ofSeconds(everyMinute ? 60 : 3600).dividedBy(channels(facts));
  }
}
