package org.semcollector.protocol.clock.profile;

import java.util.Arrays;

/// Where all segments lie, as probabilities of a grid's offsets.
final class Placements {
  private final OffsetGrid grid;
  private final double[][] probability;
  private final double logEvidence;

  /// @param logEvidence how well everything fits together, up to a constant
  Placements(OffsetGrid grid, double[][] probability, double logEvidence) {
    this.grid = grid;
    this.probability = probability;
    this.logEvidence = logEvidence;
  }

  static Placements none(OffsetGrid grid, int segments) {
    return new Placements(grid, new double[segments][grid.size()], 0);
  }

  int segments() {
    return probability.length;
  }

  double logEvidence() {
    return logEvidence;
  }

  Posterior of(int segment) {
    return new Posterior(grid, probability[segment]);
  }

  /// The same on another grid.
  Placements on(OffsetGrid other) {
    var moved = new double[probability.length][];
    for (int k = 0; k < moved.length; k++) {
      moved[k] = grid.resampled(probability[k], other);
    }
    return new Placements(other, moved, logEvidence);
  }

  /// Whether every segment lies at about the same place as in another.
  boolean isLike(Placements other, double minutes) {
    for (int k = 0; k < probability.length; k++) {
      if (Math.abs(of(k).quantile(0.5) - other.of(k).quantile(0.5)) > minutes)
        return false;
    }
    return true;
  }

  Placements normalized() {
    var normalized = new double[probability.length][];
    for (int k = 0; k < normalized.length; k++) {
      double sum = Arrays.stream(probability[k]).sum();
      normalized[k] = Arrays.stream(probability[k]).map(weight -> weight / sum).toArray();
    }
    return new Placements(grid, normalized, logEvidence);
  }

  /// Adds a share of another's probabilities to these.
  void mix(Placements other, double share) {
    for (int k = 0; k < probability.length; k++) {
      for (int g = 0; g < probability[k].length; g++) {
        probability[k][g] += share * other.probability[k][g];
      }
    }
  }
}
