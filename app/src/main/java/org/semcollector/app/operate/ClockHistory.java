package org.semcollector.app.operate;

import java.util.List;
import java.util.Optional;

/// A meter's clock, visit by visit, oldest first.
public record ClockHistory(List<ClockVisit> visits) {
  public ClockHistory {
    visits = List.copyOf(visits);
  }

  /// The drift over the longest time that was measured: the longer, the more exact.
  public Optional<ClockDrift> drift() {
    return visits.stream().flatMap(visit -> visit.drift().stream())
        .min(java.util.Comparator.comparingDouble(ClockDrift::uncertaintyPpm));
  }
}
