package org.semcollector.protocol.clock.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long outages are before looking at the load.
///
/// What the clock loses by an outage is its length and the time since the last save, up to an hour.
final class OutagePrior {
  /// Log-normal parts of what outages lag.
  ///
  /// @param share how much of all
  /// @param medianMinutes half of them are shorter
  /// @param logSpread of the logarithm
  private record Part(double share, double medianMinutes, double logSpread) {
    double density(double minutes) {
      double score = Math.log(minutes / medianMinutes) / logSpread;
      return share * Math.exp(-score * score / 2) / (logSpread * minutes * Math.sqrt(2 * Math.PI));
    }
  }

  /// Minutes often, days now and then: short cuts, half-days of work on the grid or the house, absences of days.
  private static final List<Part> ANY = List.of(new Part(0.55, 105, 0.7), new Part(0.35, 280, 0.9),
      new Part(0.10, 1500, 1.0));
  private static final double UNLOGGED_SCALE_MINUTES = 600;
  private static final int PARTS = 8;

  private final OffsetGrid grid;
  private final List<Part> parts;
  private final double[] one;
  private final Map<Integer, double[]> several = new HashMap<>();

  private OutagePrior(OffsetGrid grid, List<Part> parts) {
    this.grid = grid;
    this.parts = parts;
    one = new double[grid.size()];
    for (int jump = 0; jump < one.length; jump++) {
      one[jump] = weight(jump);
    }
    several.put(1, one);
  }

  /// Outages of any length.
  static OutagePrior any(OffsetGrid grid) {
    return new OutagePrior(grid, ANY);
  }

  /// Outages of about the same length each: power that comes with the sun, a grid that is switched off by plan, a bad
  /// contact.
  ///
  /// @param meanMinutes what each of them lags
  static OutagePrior alike(OffsetGrid grid, double meanMinutes, double logSpread) {
    double median = meanMinutes * Math.exp(-logSpread * logSpread / 2);
    return new OutagePrior(grid, List.of(new Part(1, median, logSpread)));
  }

  /// Weight of each jump for a number of outages in a row, at least 1.
  double[] jumps(int outages) {
    double[] known = several.get(outages);
    if (known == null) {
      double[] half = jumps(outages / 2);
      double[] even = convolve(half, half);
      known = outages % 2 == 0 ? even : convolve(even, one);
      several.put(outages, known);
    }
    return known;
  }

  /// Logarithm of how likely one outage lags so much, up to a constant; no outage lags less than nothing.
  double log(double minutes) {
    int jump = (int) Math.round(minutes / grid.stepMinutes());
    return jump < 0 || jump >= one.length ? Double.NEGATIVE_INFINITY : Math.log(one[jump] + Double.MIN_NORMAL);
  }

  /// Weight of a lag that no log entry accounts for: the power was off at the visit, or a boot was not logged.
  double unlogged(double minutes) {
    double relative = 1 + minutes / UNLOGGED_SCALE_MINUTES;
    return grid.stepMinutes() / (UNLOGGED_SCALE_MINUTES * relative * relative);
  }

  /// Both ends of a jump lie anywhere in their cells: the density is averaged over a triangle two cells wide.
  private double weight(int jump) {
    double sum = 0;
    for (int part = -PARTS; part < PARTS; part++) {
      double inCells = (part + 0.5) / PARTS;
      double minutes = (jump + inCells) * grid.stepMinutes();
      if (minutes > 0)
        sum += density(minutes) * (1 - Math.abs(inCells)) * grid.stepMinutes() / PARTS;
    }
    return sum;
  }

  private double density(double minutes) {
    double density = 0;
    for (Part part : parts) {
      density += part.density(minutes);
    }
    return density;
  }

  private static double[] convolve(double[] a, double[] b) {
    var result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; i + j < a.length; j++) {
        result[i + j] += a[i] * b[j];
      }
    }
    return result;
  }
}
