package org.semcollector.protocol.clock.profile;

import java.util.Arrays;
import java.util.List;

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

  /// The same as if it fitted better or worse.
  Placements plus(double log) {
    return new Placements(grid, probability, logEvidence + log);
  }

  /// Outcomes of different suppositions on one grid, each as likely as it fits.
  static Placements mixed(List<Placements> outcomes) {
    double best = outcomes.stream().mapToDouble(Placements::logEvidence).max().orElse(0);
    Placements mixed = none(outcomes.getFirst().grid, outcomes.getFirst().segments());
    double sum = 0;
    for (Placements outcome : outcomes) {
      double weight = Math.exp(outcome.logEvidence - best);
      mixed.mix(outcome, weight);
      sum += weight;
    }
    return new Placements(mixed.grid, mixed.normalized().probability, best + Math.log(sum));
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

  /// Adds a share of another's probabilities, all but those of some segments shifted; what would leave the grid stays at
  /// its edge.
  void mixShifted(Placements other, double minutes, double share, boolean[] fixed) {
    for (int k = 0; k < probability.length; k++) {
      int size = probability[k].length;
      double cells = fixed[k] ? 0 : minutes / grid.stepMinutes();
      int whole = (int) Math.floor(cells);
      double part = cells - whole;
      for (int g = 0; g < size; g++) {
        double weight = share * other.probability[k][g];
        probability[k][Math.clamp(g + whole, 0, size - 1)] += weight * (1 - part);
        probability[k][Math.clamp(g + whole + 1, 0, size - 1)] += weight * part;
      }
    }
  }
}
