package org.semcollector.protocol.clock.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OffsetGridTest {
  @Test
  void theGridReachesTheWholeSumAndStaysSmall() {
    for (double most : new double[]{0.1, 61, 4_000, 20_000, 900_000}) {
      for (int segments : new int[]{1, 12, 50, 600}) {
        OffsetGrid grid = OffsetGrid.of(problem(segments, most));
        assertTrue(grid.minutes(grid.size() - 1) >= most);
        assertTrue(grid.size() <= 2002 && grid.stepMinutes() >= Math.clamp(most / 400, 1, 15));
      }
    }
  }

  @Test
  void probabilitiesMoveToAnotherGridWithoutMovingInTime() {
    OffsetGrid coarse = new OffsetGrid(60, 11);
    OffsetGrid fine = new OffsetGrid(15, 41);
    var at = new double[11];
    at[4] = 0.75;
    at[8] = 0.25;
    double[] moved = coarse.resampled(at, fine);
    assertEquals(1, Arrays.stream(moved).sum(), 1e-9);
    assertEquals(300, mean(moved, fine), 1e-9);
    assertEquals(300, new Posterior(fine, moved).blurred(20).quantile(0.5), 70);
  }

  @Test
  void outagesWeighAboutOneAndAddUp() {
    OffsetGrid grid = new OffsetGrid(15, 2000);
    var prior = OutagePrior.any(grid);
    assertEquals(1, Arrays.stream(prior.jumps(1)).sum(), 0.01);
    assertEquals(2 * mean(prior.jumps(1), grid), mean(prior.jumps(2), grid), 15);
  }

  @Test
  void aProblemWithoutRoomIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> problem(3, 0));
  }

  private static double mean(double[] probability, OffsetGrid grid) {
    double mean = 0;
    for (int g = 0; g < probability.length; g++) {
      mean += probability[g] * grid.minutes(g);
    }
    return mean / Arrays.stream(probability).sum();
  }

  private static ProfileProblem problem(int segments, double most) {
    return new ProfileProblem(Instant.EPOCH, ZoneOffset.UTC, List.of(), Collections.nCopies(segments, List.of()),
        Collections.nCopies(segments, new ProfileProblem.Bounds(0, most)), Collections.nCopies(segments, 1), 1, true,
        new Offset(most / 2, 0, most));
  }
}
