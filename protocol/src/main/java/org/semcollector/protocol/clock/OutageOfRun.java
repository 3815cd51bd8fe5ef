package org.semcollector.protocol.clock;

import java.util.List;
import java.util.Optional;

/// An outage found among the runs.
///
/// @param run position of the run
/// @param index position among its outages
record OutageOfRun(int run, int index) {
  /// The outage that a boot belongs to.
  static Optional<OutageOfRun> find(List<ClockRun> runs, long bootMillis) {
    for (int i = 0; i < runs.size(); i++) {
      int index = findIn(runs.get(i), bootMillis);
      if (index >= 0)
        return Optional.of(new OutageOfRun(i, index));
    }
    return Optional.empty();
  }

  /// The position of the outage nearest to a boot, or -1 when none is so near that it can be meant.
  static int findIn(ClockRun run, long bootMillis) {
    int found = -1;
    long nearest = Restarts.SAME_OUTAGE_MILLIS + 1;
    for (int k = 0; k < run.outages().size(); k++) {
      long distance = Math.abs(run.outages().get(k).deviceMillis() - bootMillis);
      if (distance < nearest) {
        nearest = distance;
        found = k;
      }
    }
    return found;
  }
}
