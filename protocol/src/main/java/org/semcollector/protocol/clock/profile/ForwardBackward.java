package org.semcollector.protocol.clock.profile;

import java.util.Arrays;

/// Exact posterior of a chain of offsets that never decrease.
final class ForwardBackward {
  /// However badly a segment fits somewhere, something unforeseen may be the reason.
  private static final double FLOOR = 1e-14;

  private final double[] start;
  private final double[][] jumps;
  private final double[] end;

  /// @param start weight of each offset of the first segment
  /// @param jumps for each segment but the first the weight of each jump before it; entry 0 is not used
  /// @param end weight of each offset of the last segment, given what is known after it
  ForwardBackward(double[] start, double[][] jumps, double[] end) {
    this.start = start;
    this.jumps = jumps;
    this.end = end;
  }

  /// @param logLikelihood per segment and offset
  /// @return the probability of each offset per segment
  double[][] posterior(double[][] logLikelihood) {
    int segments = logLikelihood.length;
    var fit = new double[segments][];
    for (int k = 0; k < segments; k++) {
      fit[k] = relative(logLikelihood[k]);
    }
    double[][] posterior = forward(fit);
    double[] after = end.clone();
    for (int k = segments - 1; k >= 0; k--) {
      double[] fitted = after.clone();
      for (int g = 0; g < fitted.length; g++) {
        fitted[g] *= fit[k][g];
        posterior[k][g] *= after[g];
      }
      normalize(posterior[k]);
      if (k > 0)
        after = before(fitted, jumps[k]);
    }
    return posterior;
  }

  private double[][] forward(double[][] fit) {
    var forward = new double[fit.length][];
    double[] reached = start;
    for (int k = 0; k < fit.length; k++) {
      if (k > 0)
        reached = after(forward[k - 1], jumps[k]);
      forward[k] = new double[reached.length];
      for (int g = 0; g < reached.length; g++) {
        forward[k][g] = reached[g] * fit[k][g];
      }
      normalize(forward[k]);
    }
    return forward;
  }

  private static double[] after(double[] from, double[] jump) {
    var to = new double[from.length];
    for (int g = 0; g < from.length; g++) {
      double weight = from[g];
      if (weight < 1e-30)
        continue;
      for (int j = 0; g + j < to.length; j++) {
        to[g + j] += weight * jump[j];
      }
    }
    return to;
  }

  private static double[] before(double[] to, double[] jump) {
    var from = new double[to.length];
    for (int g = 0; g < from.length; g++) {
      double sum = 0;
      for (int j = 0; g + j < to.length; j++) {
        sum += to[g + j] * jump[j];
      }
      from[g] = sum;
    }
    normalize(from);
    return from;
  }

  private static double[] relative(double[] logLikelihood) {
    double best = Arrays.stream(logLikelihood).max().orElse(0);
    return Arrays.stream(logLikelihood).map(log -> Math.exp(log - best) + FLOOR).toArray();
  }

  private static void normalize(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    if (!(sum > 0)) {
      Arrays.fill(weights, 1.0 / weights.length);
      return;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
  }
}
