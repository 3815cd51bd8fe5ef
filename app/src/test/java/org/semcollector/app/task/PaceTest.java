package org.semcollector.app.task;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  private final Pace pace = new Pace();

  @Test
  void aMomentSaysNothing() {
    pace.at(0, 5 * SECOND);
    pace.at(1_000, 6 * SECOND);
    assertEquals(OptionalDouble.empty(), pace.perSecond());
    assertEquals(Optional.empty(), pace.left(2_000));
  }

  @Test
  void theRestTakesAsLongAsThePaceSays() {
    for (int second = 0; second <= 10; second++) {
      pace.at(second * 100L, second * SECOND);
    }
    assertEquals(100, pace.perSecond().orElseThrow(), 1e-9);
    assertEquals(Optional.of(Duration.ofSeconds(40)), pace.left(5_000));
  }

  @Test
  void onlyTheLastHalfMinuteCounts() {
    pace.at(0, 0);
    pace.at(1_000_000, SECOND);
    for (int second = 2; second <= 60; second++) {
      pace.at(1_000_000 + second, second * SECOND);
    }
    assertEquals(1, pace.perSecond().orElseThrow(), 1e-9);
  }

  @Test
  void whatStandsStillNeverEnds() {
    pace.at(7, 0);
    pace.at(7, 20 * SECOND);
    assertEquals(Optional.empty(), pace.left(8));
  }
}
