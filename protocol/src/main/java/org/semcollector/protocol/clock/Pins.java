package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be said about an outage that somebody knows.
public final class Pins {
  static final PinCheck.Refused NO_BOOT = new PinCheck.Refused(PinCheck.Reason.NO_BOOT,
      "The meter logged no such boot.");

  private Pins() {}

  /// Whether an outage can have been when a pin says, given everything else that is known: the readings, the log, the
  /// visit and the problem's other pins. A pin of the same outage that the problem holds does not count.
  public static PinCheck check(ClockProblem problem, Evidence.Pin pin) {
    ClockProblem others = problem.withoutPin(pin.bootMillis());
    EvidenceFit fit = EvidenceFit.of(others);
    Optional<OutageOfRun> found = OutageOfRun.find(fit.runs(), pin.bootMillis());
    if (found.isEmpty())
      return NO_BOOT;
    KnownLags bare = fit.bare(found.get().run()).orElseThrow();
    return new PinJudge(others, bare, pin, found.get().index()).check(fit.known(found.get().run()).orElseThrow());
  }

  /// The pins by which the power can have been off at a given time, one for each outage that can be meant, in the order
  /// of the log.
  public static List<Evidence.Pin> possible(ClockProblem problem, Instant from, Instant to) {
    var possible = new ArrayList<Evidence.Pin>();
    for (ClockRun run : Segments.of(problem).runs()) {
      for (Outage outage : run.outages()) {
        var pin = new Evidence.Pin(outage.deviceMillis(), from, to);
        if (check(problem, pin) instanceof PinCheck.Possible)
          possible.add(pin);
      }
    }
    return possible;
  }
}
