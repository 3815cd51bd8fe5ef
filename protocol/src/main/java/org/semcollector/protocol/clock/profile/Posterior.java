package org.semcollector.protocol.clock.profile;

/// Where one segment lies, as probabilities of the grid's offsets.
final class Posterior {
  private final OffsetGrid grid;
  private final double[] probability;

  Posterior(OffsetGrid grid, double[] probability) {
    this.grid = grid;
    this.probability = probability;
  }

  /// The offset below which the given share of the probability lies, minutes.
  double quantile(double share) {
    double below = 0;
    for (int g = 0; g < probability.length; g++) {
      if (below + probability[g] >= share) {
        double part = probability[g] > 0 ? (share - below) / probability[g] : 0.5;
        return Math.max(0, (g - 0.5 + part) * grid.stepMinutes());
      }
      below += probability[g];
    }
    return grid.minutes(probability.length - 1);
  }

  /// Probability of less than the given offset.
  double below(double minutes) {
    double sum = 0;
    for (int g = 0; g < probability.length && grid.minutes(g) < minutes; g++) {
      sum += probability[g];
    }
    return sum;
  }

  double probability(int offset) {
    return probability[offset];
  }

  /// How well the time of day is known: 1 when surely, 0 when any is as likely.
  double certaintyOfHour() {
    double cos = 0;
    double sin = 0;
    for (int g = 0; g < probability.length; g++) {
      double angle = grid.minutes(g) * (2 * Math.PI / 1440);
      cos += probability[g] * Math.cos(angle);
      sin += probability[g] * Math.sin(angle);
    }
    return Math.hypot(cos, sin);
  }

  /// The same seen through a normal error.
  Posterior blurred(double minutes) {
    double cells = minutes / grid.stepMinutes();
    int reach = (int) Math.ceil(4 * cells);
    var kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      kernel[i + reach] = Math.exp(-i * i / (2 * cells * cells));
      sum += kernel[i + reach];
    }
    var blurred = new double[probability.length];
    for (int g = 0; g < probability.length; g++) {
      for (int i = -reach; i <= reach; i++) {
        blurred[Math.clamp(g + i, 0, blurred.length - 1)] += probability[g] * kernel[i + reach] / sum;
      }
    }
    return new Posterior(grid, blurred);
  }
}
