package org.semcollector.app.health;

import java.time.Duration;
import java.time.Instant;

/// How full a meter's memory is, and when no record fits any more at its pace.
///
/// @param records that its flash held when it was last seen
/// @param capacity records that fit
/// @param full when it is full if nobody erases it
public record MemoryForecast(int records, int capacity, Instant full) {
  static MemoryForecast of(HealthFacts facts) {
    int channels = Math.max(1, facts.channels().size());
    int capacity = channels == 1 ? MeterRules.SINGLE_PHASE_RECORDS : MeterRules.THREE_PHASE_RECORDS;
    boolean everyMinute = facts.firmwareVersion()
        .orElse(MeterRules.LAST_BY_THE_MINUTE + 1) <= MeterRules.LAST_BY_THE_MINUTE;
    Duration between = Duration.ofSeconds(everyMinute ? 60 : 3600).dividedBy(channels);
    return new MemoryForecast(facts.recordsOnMeter(), capacity,
        facts.now().plus(between.multipliedBy(Math.max(0, capacity - facts.recordsOnMeter()))));
  }

  double used() {
    return (double) records / capacity;
  }
}
