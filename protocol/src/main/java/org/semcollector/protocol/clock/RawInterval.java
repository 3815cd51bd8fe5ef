package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.protocol.reading.Reading;

/// The interval of estimates that do not look at outages: from the raw stamp to the latest time it can stand for.
final class RawInterval {
  private RawInterval() {}

  /// @param estimates one per reading, same order
  static List<CorrectedTime> around(ClockProblem problem, List<Instant> estimates, Why why) {
    if (estimates.isEmpty())
      return List.of();
    long lastSeen = Math.max(problem.readings().getLast().deviceMillis(),
        problem.powerLosses().entries().isEmpty() ? Long.MIN_VALUE : problem.powerLosses().entries().getLast());
    long mostLag = Math.max(0, problem.collectedAt().toEpochMilli() - lastSeen);
    var times = new ArrayList<CorrectedTime>(estimates.size());
    for (int i = 0; i < estimates.size(); i++) {
      Reading reading = problem.readings().get(i);
      Instant raw = Instant.ofEpochMilli(reading.deviceMillis());
      Instant latest = raw.plusMillis(mostLag);
      Instant estimate = estimates.get(i);
      times.add(new CorrectedTime(estimate, estimate.isBefore(raw) ? estimate : raw,
          estimate.isAfter(latest) ? estimate : latest, why));
    }
    return List.copyOf(times);
  }
}
