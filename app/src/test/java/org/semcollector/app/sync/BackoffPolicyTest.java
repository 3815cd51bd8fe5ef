package org.semcollector.app.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BackoffPolicyTest {
  private static final BackoffPolicy POLICY = new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 8);

  @ParameterizedTest
  @CsvSource({"1, 500, 1000", "2, 1000, 2000", "3, 2000, 4000", "5, 8000, 16000", "6, 15000, 30000", "7, 15000, 30000"})
  void doublesUpToTheLongestAndSpreadsTheSecondHalf(int failures, long shortest, long longest) {
    var random = new SplittableRandom(failures);
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int i = 0; i < 1_000; i++) {
      long wait = POLICY.waitAfter(failures, Optional.empty(), random).orElseThrow().toMillis();
      least = Math.min(least, wait);
      most = Math.max(most, wait);
    }
    assertTrue(least >= shortest && most < longest, least + " to " + most);
    assertTrue(most - least > (longest - shortest) / 2, "hardly spread: " + least + " to " + most);
  }

  @Test
  void givesUpAfterTheLastTry() {
    assertEquals(Optional.empty(), POLICY.waitAfter(8, Optional.empty(), new SplittableRandom(1)));
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    assertEquals(Optional.of(Duration.ofSeconds(17)),
        POLICY.waitAfter(1, Optional.of(Duration.ofSeconds(17)), new SplittableRandom(1)));
  }

  @Test
  void givesUpWhenTheServerAsksForMoreThanARunCanWait() {
    assertEquals(Optional.empty(), POLICY.waitAfter(1, Optional.of(Duration.ofMinutes(5)), new SplittableRandom(1)));
  }

  @Test
  void aPolicyOfZeroWaitsNothing() {
    var none = new BackoffPolicy(Duration.ZERO, Duration.ZERO, 3);
    assertEquals(Optional.of(Duration.ZERO), none.waitAfter(1, Optional.empty(), new SplittableRandom(1)));
  }

  @Test
  void refusesNonsense() {
    assertThrows(IllegalArgumentException.class,
        () -> new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 0));
  }
}
