package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.RestartedBoot;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// Puts readings that were read together to an estimator that needs no history: settling gives them their final times.
record StretchTimes(ClockEstimator estimator, String visit, Instant madeAt, MeterRestarts restarts) {

  /// Places readings that were read together.
  TimedPart estimate(List<Reading> readings, List<SavePeriod> periods, PowerLossLog boots, Optional<Instant> clockSetAt,
      Instant collectedAt) throws StoreException {
    ClockProblem problem = restarts.added(new ClockProblem(readings, periods, boots, clockSetAt, collectedAt));
    var stretch = new Stretch(visit, clockSetAt, boots.entries(), RestartedBoot.of(problem), collectedAt,
        estimator.name(), estimator.version(),
        madeAt);
    return new TimedPart(stretch, estimator.estimate(problem));
  }
}
