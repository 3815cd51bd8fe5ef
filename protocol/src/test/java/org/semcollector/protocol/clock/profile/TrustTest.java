package org.semcollector.protocol.clock.profile;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrustTest {
  private static final int SHIFTS = Calibration.shifts().length;

  @Test
  void theBestAroundIsTheGreatestWithinReach() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new SplittableRandom(seed);
      double[] values = random.doubles(1 + random.nextInt(40)).toArray();
      int reach = random.nextInt(12);
      double[] best = Trust.bestAround(values, reach);
      for (int i = 0; i < values.length; i++) {
        double greatest = 0;
        for (int j = Math.max(0, i - reach); j < Math.min(values.length, i + reach + 1); j++) {
          greatest = Math.max(greatest, values[j]);
        }
        assertEquals(greatest, best[i], "seed " + seed);
      }
    }
  }

  @Test
  void fullTrustTakesLikelihoodsAsTheyAreAndNoneLeavesNothing() {
    double[] logs = new SplittableRandom(1).doubles(100, -9, 0).toArray();
    var full = new double[100];
    new Trust(1, 1).add(logs, 15, 1, full);
    assertArrayEquals(logs, full, 1e-12);
    var none = new double[100];
    new Trust(0, 0).add(logs, 15, 1, none);
    assertArrayEquals(new double[100], none);
  }

  @Test
  void whatFindsItsPlaceAgainIsBelievedAndWhatDoesNotIsNot() {
    var random = new SplittableRandom(7);
    var tells = new double[60][SHIFTS];
    var says = new double[60][SHIFTS];
    for (int b = 0; b < 60; b++) {
      for (int s = 0; s < SHIFTS; s++) {
        double away = Math.abs(s - SHIFTS / 2) % 12;
        tells[b][s] = -2 * Math.min(away, 12 - away) + random.nextGaussian();
        says[b][s] = 12 * random.nextGaussian();
      }
    }
    List<Trust> trusts = Calibration.of(List.of(tells, says));
    assertTrue(trusts.get(0).hours() >= 0.3 && trusts.get(0).days() <= 0.3, trusts.toString());
    assertTrue(trusts.get(1).hours() <= 0.1 && trusts.get(1).days() <= 0.1, trusts.toString());
  }
}
