package org.semcollector.app.analysis;

import java.util.List;

/// Quantiles of a list, linear between neighbours: position `q * (n - 1)` of the sorted values (Hyndman and Fan 1996,
/// type 7, what spreadsheets do).
final class Quantile {
  private Quantile() {}

  /// @param sorted one value or more, ascending
  /// @param q 0 to 1
  static double of(List<Double> sorted, double q) {
    double position = q * (sorted.size() - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
  }
}
