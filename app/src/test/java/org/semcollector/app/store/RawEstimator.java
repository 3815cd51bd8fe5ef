package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.Reading;

/// Believes the meter's clock; tests of the store need no better estimator.
record RawEstimator(String name, ToLongFunction<Reading> millis) implements ClockEstimator {
  static final RawEstimator AS_STAMPED = new RawEstimator("raw", Reading::deviceMillis);
  /// The worst a store can be given.
  static final RawEstimator ALL_AT_ONCE = new RawEstimator("at once", _ -> FakeMeter.START.toEpochMilli());

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<CorrectedTime> estimate(ClockProblem problem) {
    return problem.readings().stream().map(reading -> {
      Instant at = Instant.ofEpochMilli(millis.applyAsLong(reading));
      return new CorrectedTime(at, at.minusSeconds(1), at.plusSeconds(1), Why.RAW);
    }).toList();
  }
}
