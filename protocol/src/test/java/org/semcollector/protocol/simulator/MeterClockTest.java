package org.semcollector.protocol.simulator;

import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MeterClockTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00.250Z");

  @Test
  void settingDropsTheMilliseconds() {
    assertEquals(1_700_000_003_000L, MeterClock.set(1_700_000_003_999L, AT).deviceMillis(AT));
  }

  @Test
  void runsOnFromWhereItWasSet() {
    assertEquals(1_700_000_004_500L, MeterClock.set(1_700_000_003_999L, AT).deviceMillis(AT.plusMillis(1500)));
  }

  // 2^31 seconds after 1970
  @Test
  void secondsTurnNegativeOn19January2038() {
    long last = Instant.parse("2038-01-19T03:14:07Z").toEpochMilli();
    assertEquals(last, MeterClock.set(last, AT).deviceMillis(AT));
    assertEquals(-2_147_483_648_000L, MeterClock.set(last + 1000, AT).deviceMillis(AT));
  }
}
