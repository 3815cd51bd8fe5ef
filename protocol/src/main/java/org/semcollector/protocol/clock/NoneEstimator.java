package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.List;

/// The raw stamps. The interval says how late they may be: by all that the meter's clock lags at the visit.
final class NoneEstimator implements ClockEstimator {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<CorrectedTime> estimate(ClockProblem problem) {
    return RawInterval.around(problem, problem.readings().stream()
        .map(reading -> Instant.ofEpochMilli(reading.deviceMillis())).toList(), Why.RAW);
  }
}
