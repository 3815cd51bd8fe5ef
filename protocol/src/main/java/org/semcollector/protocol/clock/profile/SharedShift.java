package org.semcollector.protocol.clock.profile;

import java.util.List;

/// Without history the segments in the middle teach each other and can all be off together; only the hours at both ends
/// speak against that. How far all of them may be shifted is asked here: the profile that the middle teaches has to fit
/// the ends.
final class SharedShift {
  private static final double STEP_MINUTES = 15;
  private static final int REACH = 16;

  private SharedShift() {}

  /// The same placements, seen through what the ends leave open.
  ///
  /// @param placing what the placements came from
  static Placements seenThrough(Placing placing, Placements placements, List<Trust> trusts) {
    var weights = new double[2 * REACH + 1];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      double shift = (i - REACH) * STEP_MINUTES;
      weights[i] = placing.logOfShift(placements, shift, trusts);
      most = Math.max(most, weights[i]);
    }
    if (most == Double.NEGATIVE_INFINITY)
      return placements;
    Placements through = Placements.none(placing.grid(), placements.segments());
    for (int i = 0; i < weights.length; i++) {
      through.mixShifted(placements, (i - REACH) * STEP_MINUTES, Math.exp(weights[i] - most), placing.anchored());
    }
    return through.normalized();
  }
}
