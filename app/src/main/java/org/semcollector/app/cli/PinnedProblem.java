package org.semcollector.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Evidence;
import org.semcollector.protocol.clock.PinCheck;
import org.semcollector.protocol.clock.Pins;

/// A problem with one more outage known, of which people say only when it was.
final class PinnedProblem {
  private PinnedProblem() {}

  /// The outage that can have been then; of several the one that the estimator thinks to have ended nearest.
  static ClockProblem of(ClockProblem problem, PinOption told, ClockEstimator estimator) throws CliException {
    List<CorrectedTime> times = estimator.estimate(problem);
    Comparator<Long> byDistance = Comparator.comparing(boot -> distance(problem, times, boot, told.to()));
    Optional<Evidence.Pin> pin = Pins.possible(problem, told.from(), told.to()).stream()
        .min(Comparator.comparing(Evidence.Pin::bootMillis, byDistance));
    if (pin.isPresent())
      return problem.with(pin.get());
    Optional<Long> meant = problem.powerLosses().entries().stream().min(byDistance);
    throw new CliException("The power cannot have been off from " + told.from() + " to " + told.to() + ". "
        + meant.map(boot -> reason(problem, new Evidence.Pin(boot, told.from(), told.to())))
            .orElse("The log holds no outage.")
        + " Nothing was written.");
  }

  private static String reason(ClockProblem problem, Evidence.Pin pin) {
    return switch (Pins.check(problem, pin)) {
      case PinCheck.Refused(_, String sentence) -> sentence;
      case PinCheck.Possible _ -> "No outage of the log can have been then.";
    };
  }

  /// How far a time is from where the estimator has the meter run on after a boot: before the first stamp after it.
  private static Duration distance(ClockProblem problem, List<CorrectedTime> times, long bootMillis, Instant to) {
    for (int i = 0; i < times.size(); i++) {
      Duration period = problem.periods().get(i).length();
      if (problem.readings().get(i).deviceMillis() > bootMillis + period.toMillis() / 2)
        return Duration.between(times.get(i).measuredAt().minus(period), to).abs();
    }
    return Duration.between(problem.collectedAt(), to).abs();
  }
}
