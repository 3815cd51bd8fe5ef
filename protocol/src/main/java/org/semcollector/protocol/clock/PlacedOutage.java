package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When an outage was, as far as the times of the readings around it tell.
///
/// @param outage which
/// @param from when the power went: up to a save period after the last reading before it
/// @param to when it came back
public record PlacedOutage(Outage outage, Window from, Window to) {
  /// @param earliest start of the 90 % interval
  /// @param likely the best estimate
  /// @param latest end of the 90 % interval
  public record Window(Instant earliest, Instant likely, Instant latest) {}

  /// All outages of a problem, in the order of the log.
  ///
  /// @param times one for each reading of the problem, from any estimator
  public static List<PlacedOutage> of(ClockProblem problem, List<CorrectedTime> times) {
    EvidenceFit evidence = EvidenceFit.of(problem);
    var placed = new ArrayList<PlacedOutage>();
    for (int i = 0; i < evidence.runs().size(); i++) {
      var lags = new OutageLags(evidence.known(i).orElseThrow(), problem, times);
      for (int k = 0; k < evidence.runs().get(i).outages().size(); k++) {
        placed.add(lags.placed(k));
      }
    }
    return placed;
  }

  /// The pin that says what is estimated.
  public Evidence.Pin pin() {
    return new Evidence.Pin(outage.deviceMillis(), from.likely(), to.likely());
  }
}
