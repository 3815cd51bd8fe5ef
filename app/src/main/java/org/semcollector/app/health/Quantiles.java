package org.semcollector.app.health;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Numbers that a few strange values do not move.
final class Quantiles {
  private Quantiles() {}

  /// The value below which a share of the finite values lies; empty when there is none.
  static OptionalDouble of(double[] values, double share) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0)
      return OptionalDouble.empty();
    double at = share * (sorted.length - 1);
    int below = (int) at;
    double rest = at - below;
    double next = sorted[Math.min(below + 1, sorted.length - 1)];
    return OptionalDouble.of(sorted[below] + rest * (next - sorted[below]));
  }

  static OptionalDouble median(double[] values) {
    return of(values, 0.5);
  }
}
