package org.semcollector.protocol.clock.profile;

/// How long outages are before looking at the load: minutes often, days now and then.
///
/// What the clock loses by an outage is its length and the time since the last save, up to an hour. Three log-normal
/// parts: short cuts, half-days of work on the grid or the house, absences of days.
final class OutagePrior {
  private static final double[] SHARE = {0.55, 0.35, 0.10};
  private static final double[] MEDIAN_MINUTES = {105, 280, 1500};
  private static final double[] LOG_SPREAD = {0.7, 0.9, 1.0};
  private static final double UNLOGGED_SCALE_MINUTES = 600;
  private static final int PARTS = 8;
  private static final int MOST_CONVOLVED = 6;

  private final OffsetGrid grid;
  private final double[] one;

  OutagePrior(OffsetGrid grid) {
    this.grid = grid;
    one = new double[grid.size()];
    for (int jump = 0; jump < one.length; jump++) {
      one[jump] = weight(jump);
    }
  }

  /// Weight of each jump for a number of outages in a row, at least 1.
  double[] jumps(int outages) {
    double[] jumps = one;
    for (int i = 1; i < Math.min(outages, MOST_CONVOLVED); i++) {
      jumps = convolve(jumps, one);
    }
    return jumps;
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

  static double density(double minutes) {
    double density = 0;
    for (int i = 0; i < SHARE.length; i++) {
      double score = Math.log(minutes / MEDIAN_MINUTES[i]) / LOG_SPREAD[i];
      density += SHARE[i] * Math.exp(-score * score / 2) / (LOG_SPREAD[i] * minutes * Math.sqrt(2 * Math.PI));
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
