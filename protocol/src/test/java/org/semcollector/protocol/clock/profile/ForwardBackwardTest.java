package org.semcollector.protocol.clock.profile;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ForwardBackwardTest {
  private static final int SIZE = 5;
  private static final OffsetGrid GRID = new OffsetGrid(15, SIZE);

  /// Every chain of three offsets that never decrease, weighed one by one.
  @Test
  void equalsTheSumOverAllChains() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new SplittableRandom(seed);
      double[] start = weights(random);
      double[][] jumps = {{}, weights(random), weights(random)};
      double[] end = weights(random);
      double[][] log = {logs(random), logs(random), logs(random)};
      double[][] allowed = {weights(random), weights(random), weights(random)};
      double[][] allowedFit = new double[3][];
      for (int k = 0; k < 3; k++) {
        allowedFit[k] = logs(log[k], allowed[k]);
      }
      double[][] expected = enumerate(start, jumps, end, allowedFit);
      Placements placements = new ForwardBackward(start, jumps, end, allowed).placements(GRID, log);
      for (int k = 0; k < 3; k++) {
        for (int g = 0; g < SIZE; g++) {
          assertEquals(expected[k][g], placements.of(k).probability(g), 1e-9, "seed " + seed);
        }
      }
      assertEquals(expected[3][0], placements.logEvidence(), 1e-9, "seed " + seed);
    }
  }

  @Test
  void whatIsImpossibleEverywhereIsEquallyLikelyEverywhere() {
    double[] nothing = new double[SIZE];
    Placements placements = new ForwardBackward(nothing, new double[][]{{}, nothing}, nothing,
        new double[][]{nothing, nothing})
        .placements(GRID, new double[2][SIZE]);
    assertEquals(1.0 / SIZE, placements.of(1).probability(2), 1e-9);
  }

  /// Three rows of probabilities and the logarithm of the sum.
  private static double[][] enumerate(double[] start, double[][] jumps, double[] end, double[][] log) {
    var sums = new double[4][SIZE];
    double sum = 0;
    for (int a = 0; a < SIZE; a++) {
      for (int b = a; b < SIZE; b++) {
        for (int c = b; c < SIZE; c++) {
          double weight = start[a] * jumps[1][b - a] * jumps[2][c - b] * end[c]
              * Math.exp(log[0][a] + log[1][b] + log[2][c]);
          sums[0][a] += weight;
          sums[1][b] += weight;
          sums[2][c] += weight;
          sum += weight;
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      for (int g = 0; g < SIZE; g++) {
        sums[k][g] /= sum;
      }
    }
    sums[3][0] = Math.log(sum);
    return sums;
  }

  private static double[] weights(SplittableRandom random) {
    return random.doubles(SIZE).toArray();
  }

  private static double[] logs(double[] log, double[] allowed) {
    return IntStream.range(0, SIZE).mapToDouble(g -> log[g] + Math.log(allowed[g])).toArray();
  }

  private static double[] logs(SplittableRandom random) {
    return random.doubles(SIZE, -3, 3).toArray();
  }
}
