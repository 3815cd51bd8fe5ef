package org.semcollector.protocol.clock.profile;

import java.util.ArrayList;
import java.util.List;

/// Finds what likelihoods are worth by trying them out: a block whose place relative to the rest is known is shifted to and
/// fro, and the profile that the rest teaches has to find it again. What finds it often is to be believed, what does not is
/// not.
final class Calibration {
  static final double STEP_MINUTES = 120;
  private static final int REACH = 42;
  private static final int HALF_A_DAY = 6;
  private static final double[] TRIED = {0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
  private static final double[] TOGETHER = {0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
  /// What is expected before trying, and how far from it things usually are: some blocks' worth of evidence.
  private static final Trust EXPECTED = new Trust(0.45, 0.35);
  private static final double EXPECTED_SPREAD = 0.3;

  private Calibration() {}

  /// Minutes by which blocks are shifted; 0 is in the middle.
  static double[] shifts() {
    var shifts = new double[2 * REACH + 1];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = (i - REACH) * STEP_MINUTES;
    }
    return shifts;
  }

  /// @param fits per channel, block and shift the log-likelihood
  /// @return one for each channel
  static List<Trust> of(List<double[][]> fits) {
    var trusts = new ArrayList<Trust>();
    var summed = new double[fits.getFirst().length][2 * REACH + 1];
    for (double[][] channel : fits) {
      var best = new double[channel.length][];
      for (int b = 0; b < best.length; b++) {
        best[b] = Trust.bestAround(channel[b], HALF_A_DAY);
      }
      Trust trust = one(channel, best);
      trusts.add(trust);
      for (int b = 0; b < best.length; b++) {
        trust.add(channel[b], STEP_MINUTES, 1, summed[b]);
      }
    }
    double together = together(summed);
    return trusts.stream().map(trust -> new Trust(trust.hours() * together, trust.days() * together)).toList();
  }

  private static Trust one(double[][] fits, double[][] best) {
    Trust found = EXPECTED;
    double most = Double.NEGATIVE_INFINITY;
    var weighed = new double[2 * REACH + 1];
    for (double hours : TRIED) {
      for (double days : TRIED) {
        double score = expected(hours - EXPECTED.hours()) + expected(days - EXPECTED.days());
        for (int b = 0; b < fits.length; b++) {
          for (int s = 0; s < weighed.length; s++) {
            weighed[s] = hours * (fits[b][s] - best[b][s]) + days * best[b][s];
          }
          score += logShareOfMiddle(weighed, 1);
        }
        if (score > most) {
          most = score;
          found = new Trust(hours, days);
        }
      }
    }
    return found;
  }

  private static double expected(double distance) {
    double spreads = distance / EXPECTED_SPREAD;
    return -spreads * spreads / 2;
  }

  private static double together(double[][] summed) {
    double found = 1;
    double most = Double.NEGATIVE_INFINITY;
    for (double factor : TOGETHER) {
      double score = expected(factor - 0.8);
      for (double[] block : summed) {
        score += logShareOfMiddle(block, factor);
      }
      if (score > most) {
        most = score;
        found = factor;
      }
    }
    return found;
  }

  /// How likely the true place is found, if likelihoods count so much.
  private static double logShareOfMiddle(double[] logs, double factor) {
    double most = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      most = Math.max(most, factor * log);
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(factor * log - most);
    }
    return factor * logs[REACH] - most - Math.log(sum);
  }
}
