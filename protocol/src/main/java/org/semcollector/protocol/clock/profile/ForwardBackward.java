package org.semcollector.protocol.clock.profile;

import java.util.Arrays;

/// Exact posterior of a chain of offsets that never decrease.
final class ForwardBackward {
  /// However badly a segment fits somewhere, something unforeseen may be the reason.
  private static final double FLOOR = 1e-14;
  private static final double NEGLIGIBLE = 1e-30;

  private final double[] start;
  private final double[][] jumps;
  private final double[] end;
  private final double[][] allowed;

  /// @param start weight of each offset of the first segment
  /// @param jumps for each segment but the first the weight of each jump before it; entry 0 is not used
  /// @param end weight of each offset of the last segment, given what is known after it
  /// @param allowed what each offset of each segment counts, whatever fits there: 0 where it cannot be
  ForwardBackward(double[] start, double[][] jumps, double[] end, double[][] allowed) {
    this.start = start;
    this.jumps = jumps;
    this.end = end;
    this.allowed = allowed;
  }

  /// @param logLikelihood per segment and offset
  Placements placements(OffsetGrid grid, double[][] logLikelihood) {
    int segments = logLikelihood.length;
    double logEvidence = 0;
    var fit = new double[segments][];
    for (int k = 0; k < segments; k++) {
      double best = Arrays.stream(logLikelihood[k]).max().orElse(0);
      logEvidence += best;
      fit[k] = Arrays.stream(logLikelihood[k]).map(log -> Math.exp(log - best) + FLOOR).toArray();
      multiply(fit[k], allowed[k]);
    }
    var posterior = new double[segments][];
    logEvidence += forward(fit, posterior);
    backward(fit, posterior);
    return new Placements(grid, posterior, logEvidence);
  }

  /// @return the logarithm of the probability of all fits together
  private double forward(double[][] fit, double[][] forward) {
    double log = 0;
    for (int k = 0; k < fit.length; k++) {
      forward[k] = k == 0 ? start.clone() : after(forward[k - 1], jumps[k]);
      multiply(forward[k], fit[k]);
      log += Math.log(normalize(forward[k]));
    }
    double ends = 0;
    for (int g = 0; g < end.length; g++) {
      ends += forward[fit.length - 1][g] * end[g];
    }
    return log + Math.log(Math.max(ends, Double.MIN_NORMAL));
  }

  private void backward(double[][] fit, double[][] posterior) {
    double[] after = end.clone();
    for (int k = fit.length - 1; k >= 0; k--) {
      multiply(posterior[k], after);
      normalize(posterior[k]);
      if (k > 0) {
        multiply(after, fit[k]);
        after = before(after, jumps[k]);
      }
    }
  }

  private static void multiply(double[] weights, double[] factors) {
    for (int g = 0; g < weights.length; g++) {
      weights[g] *= factors[g];
    }
  }

  private static double[] after(double[] from, double[] jump) {
    var to = new double[from.length];
    for (int g = 0; g < from.length; g++) {
      double weight = from[g];
      if (weight < NEGLIGIBLE)
        continue;
      int left = to.length - g;
      for (int j = 0; j < left; j++) {
        to[g + j] += weight * jump[j];
      }
    }
    return to;
  }

  /// Added up in the order that lets the processor take several at once.
  private static double[] before(double[] to, double[] jump) {
    int size = to.length;
    var turned = new double[size];
    for (int j = 0; j < size; j++) {
      turned[size - 1 - j] = jump[j];
    }
    var from = new double[size];
    for (int t = 0; t < size; t++) {
      double weight = to[t];
      if (weight < NEGLIGIBLE)
        continue;
      int skip = size - 1 - t;
      for (int g = 0; g <= t; g++) {
        from[g] += weight * turned[skip + g];
      }
    }
    normalize(from);
    return from;
  }

  /// @return the sum there was; weights that vanish altogether become equal
  private static double normalize(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    if (!(sum > 0)) {
      Arrays.fill(weights, 1.0 / weights.length);
      return Double.MIN_NORMAL;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return sum;
  }
}
