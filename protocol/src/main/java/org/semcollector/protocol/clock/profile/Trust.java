package org.semcollector.protocol.clock.profile;

/// What a channel's likelihoods count: apart for the hour of the day and for the day.
///
/// A freezer's cycles fit everywhere a little differently and mean nothing; a sunny roof tells the hour exactly and the day
/// not at all. Likelihoods that are believed as if every hour were new evidence would be far too sure of both.
///
/// @param hours what the likelihood of an offset counts against the best within half a day of it
/// @param days what that best counts
record Trust(double hours, double days) {
  /// Until something better is known; right for a household.
  static final Trust USUAL = new Trust(0.6, 0.6);

  private static final double HALF_A_DAY_MINUTES = 720;

  /// Adds a channel's log-likelihoods to a sum, as far as they are believed.
  ///
  /// @param stepMinutes between two of them
  /// @param factor what they all count besides
  void add(double[] logLikelihood, double stepMinutes, double factor, double[] sums) {
    double[] best = bestAround(logLikelihood, (int) (HALF_A_DAY_MINUTES / stepMinutes));
    for (int g = 0; g < sums.length; g++) {
      sums[g] += factor * (hours * (logLikelihood[g] - best[g]) + days * best[g]);
    }
  }

  /// The greatest value at most so many places away, for each place: one pass, with the candidates in a queue.
  static double[] bestAround(double[] values, int reach) {
    int size = values.length;
    var best = new double[size];
    var queue = new int[size];
    int first = 0;
    int last = 0;
    for (int next = 0; next < size + reach; next++) {
      if (next < size) {
        while (last > first && values[queue[last - 1]] <= values[next]) {
          last--;
        }
        queue[last++] = next;
      }
      int at = next - reach;
      if (at >= 0) {
        while (queue[first] < at - reach) {
          first++;
        }
        best[at] = values[queue[first]];
      }
    }
    return best;
  }
}
