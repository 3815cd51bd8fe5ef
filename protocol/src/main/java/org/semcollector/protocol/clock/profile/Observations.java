package org.semcollector.protocol.clock.profile;

/// Weighted sums of a channel's values per cell.
final class Observations {
  private final double[] weights;
  private final double[] sums;

  private Observations(double[] weights, double[] sums) {
    this.weights = weights;
    this.sums = sums;
  }

  static Observations none(int cells) {
    return new Observations(new double[cells], new double[cells]);
  }

  Observations copy() {
    return new Observations(weights.clone(), sums.clone());
  }

  int size() {
    return weights.length;
  }

  double weight(int cell) {
    return weights[cell];
  }

  double sum(int cell) {
    return sums[cell];
  }

  /// Shares a value between the two cells around a position; outside there is nothing to be known.
  void add(double position, double weight, double value) {
    int cell = (int) Math.floor(position);
    double part = position - cell;
    addTo(cell, weight * (1 - part), value);
    addTo(cell + 1, weight * part, value);
  }

  /// Takes away or adds what another set holds.
  void add(Observations other, double factor) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] += factor * other.weights[i];
      sums[i] += factor * other.sums[i];
    }
  }

  private void addTo(int cell, double weight, double value) {
    if (cell >= 0 && cell < weights.length) {
      weights[cell] += weight;
      sums[cell] += weight * value;
    }
  }
}
