package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the clock lags at the end of a problem's last run, all outages together: first by the visit, then more exactly by
/// what else was seen around it.
final class EndLag {
  /// The meter drops the milliseconds of the time it is set to, and clocks run apart a little.
  private static final long NEXT_SAVE_LATE_MILLIS = 1_000;
  /// The access point starts some seconds after the meter itself.
  private static final long WIFI_LATE_MILLIS = 6_000;
  private static final long CLOCKS_APART_MILLIS = 5_000;

  private final ClockProblem problem;
  private final ClockRun run;
  private final List<UnfitEvidence> unfit = new ArrayList<>();
  private Lag lag;
  private Why why = Why.VISIT;

  EndLag(ClockProblem problem, ClockRun run) {
    this.problem = problem;
    this.run = run;
    lag = Lag.at(lastSeenAt().toEpochMilli(), run);
    problem.only(Evidence.NextSave.class).ifPresent(this::narrow);
    problem.only(Evidence.BeaconUptime.class).ifPresent(this::narrow);
  }

  Lag lag() {
    return lag;
  }

  Why why() {
    return why;
  }

  List<UnfitEvidence> unfit() {
    return unfit;
  }

  /// When the run's clock was last running: at the visit, or until the known clock set that no reading followed.
  private Instant lastSeenAt() {
    return setSince().orElse(problem.collectedAt());
  }

  private Optional<Instant> setSince() {
    return run.clockSet() && !run.startKnown()
        ? problem.clockSetAt().filter(problem.collectedAt()::isAfter)
        : Optional.empty();
  }

  private void narrow(Evidence.NextSave next) {
    long period = run.period().toMillis();
    long later = next.at().toEpochMilli() - problem.collectedAt().toEpochMilli();
    if (setSince().isPresent()) {
      leaveOut(next, "The clock was set after the last reading, so the next save tells nothing of the time before.");
    } else if (later <= 0 || later > 2 * period + Lag.LATE_SAVE_MILLIS) {
      leaveOut(next, "The next save was not within two periods after the visit: " + Local.time(problem, next.at())
          + ".");
    } else {
      long periods = later <= period + Lag.LATE_SAVE_MILLIS ? 1 : 2;
      long exact = next.at().toEpochMilli() - periods * period - run.lastSeenMillis();
      narrow(next, new Lag(exact, exact - periods * Lag.LATE_SAVE_MILLIS, exact + NEXT_SAVE_LATE_MILLIS),
          Why.NEXT_VISIT);
    }
  }

  private void narrow(Evidence.BeaconUptime beacon) {
    if (setSince().isPresent() || run.outages().isEmpty()) {
      leaveOut(beacon, "The meter has not booted since its clock was set, so its running time tells nothing new.");
      return;
    }
    long exact = beacon.bootedAt().toEpochMilli() - run.outages().getLast().deviceMillis();
    narrow(beacon, new Lag(exact, exact - WIFI_LATE_MILLIS, exact + NEXT_SAVE_LATE_MILLIS), Why.BEACON_UPTIME);
  }

  private void narrow(Evidence evidence, Lag told, Why by) {
    boolean fits = told.leastMillis() <= lag.mostMillis() + CLOCKS_APART_MILLIS
        && told.mostMillis() >= lag.leastMillis() - CLOCKS_APART_MILLIS;
    if (!fits) {
      leaveOut(evidence, "By it the clock would lag " + Local.length(told.likelyMillis())
          + ", but by the visit it lags from " + Local.length(lag.leastMillis()) + " to "
          + Local.length(lag.mostMillis()) + ".");
    } else {
      lag = new Lag(Math.clamp(told.likelyMillis(), lag.leastMillis(), lag.mostMillis()),
          Math.clamp(told.leastMillis(), lag.leastMillis(), lag.mostMillis()),
          Math.clamp(told.mostMillis(), lag.leastMillis(), lag.mostMillis()));
      why = by;
    }
  }

  private void leaveOut(Evidence evidence, String reason) {
    unfit.add(new UnfitEvidence(evidence, reason));
  }
}
