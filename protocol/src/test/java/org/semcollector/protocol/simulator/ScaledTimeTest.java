package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ScaledTimeTest {
  private Instant wall = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void runsFromItsStartAtItsSpeed() {
    Instant start = Instant.parse("2025-01-01T00:00:00Z");
    var time = new ScaledTime(() -> wall, start, 3600);
    assertEquals(start, time.instant());
    wall = wall.plusMillis(1500);
    assertEquals(start.plus(Duration.ofMinutes(90)), time.instant());
    assertThrows(IllegalArgumentException.class, () -> new ScaledTime(() -> wall, start, 0));
  }
}
