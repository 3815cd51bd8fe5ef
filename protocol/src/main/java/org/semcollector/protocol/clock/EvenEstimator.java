package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.List;
import org.semcollector.protocol.powerloss.PowerLossLog;

/// The published rule, done right: what all outages lag together is known at the visit, and every outage gets an equal
/// share of it.
///
/// Runs before the last one are anchored by the first reading of the run after them: setting the clock does not touch
/// the save timer, so one save period lies between.
final class EvenEstimator implements ClockEstimator {
  @Override
  public String name() {
    return "even";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<CorrectedTime> estimate(ClockProblem problem) {
    return estimate(problem, (_, _, _, _) -> {});
  }

  /// Places each run, the last one first, and has what more can be told about it placed again.
  static List<CorrectedTime> estimate(ClockProblem problem, RunRefinement refinement) {
    List<ClockRun> runs = Segments.of(problem).runs();
    var placement = new Placement(problem);
    for (int i = runs.size() - 1; i >= 0; i--) {
      ClockRun run = runs.get(i);
      boolean last = i == runs.size() - 1;
      Lag sum = last
          ? Lag.at(lastSeenAt(problem, run).toEpochMilli(), run)
          : beforeRun(run, runs.get(i + 1), placement);
      for (Segment segment : run.segments()) {
        placement.place(segment, lag(run, segment, sum, last), why(run, segment));
      }
      refinement.refine(runs, i, sum, placement);
    }
    return placement.times();
  }

  /// When the last run's clock was last running: at the visit, or until the known clock set that no reading followed.
  private static Instant lastSeenAt(ClockProblem problem, ClockRun run) {
    boolean setSince = run.clockSet() && !run.startKnown();
    return setSince
        ? problem.clockSetAt().filter(problem.collectedAt()::isAfter).orElse(problem.collectedAt())
        : problem.collectedAt();
  }

  /// The lag at the end of a run, told by the run after it: either its first save came one period after the last save
  /// or boot of this one, or it booted before its first save, at the very time that had been set.
  private static Lag beforeRun(ClockRun run, ClockRun next, Placement placement) {
    Lag atStart = next.startKnown() ? Lag.NONE : placement.lagOf(next.segments().getFirst());
    if (next.startsWithOutage()) {
      return Lag.at(next.outages().getFirst().deviceMillis(), run).plus(atStart);
    }
    long exact = next.firstSeenMillis() - run.lastSeenMillis() - run.period().toMillis();
    return new Lag(exact, exact - Lag.LATE_SAVE_MILLIS, exact).plus(atStart);
  }

  private static Lag lag(ClockRun run, Segment segment, Lag sum, boolean last) {
    if (!run.clockSet())
      return unset(run, segment, sum);
    if (isFast(run, sum))
      return last ? new Lag(0, Math.min(0, sum.leastMillis()), 0) : sum;
    int outages = run.outages().size();
    int before = segment.outagesBefore();
    if (before == 0)
      return run.startKnown() ? Lag.NONE : Lag.upTo(sum.mostMillis());
    if (sum.leastMillis() <= 0)
      return Lag.upTo(sum.mostMillis());
    return before == outages ? sum : new Lag(share(sum, before, outages), 0, sum.mostMillis());
  }

  private static long share(Lag sum, int before, int outages) {
    return Math.multiplyExact(sum.likelyMillis(), before) / outages;
  }

  /// Nobody knows how long the outages of a clock were that was never set; the meter did not exist before its kind.
  private static Lag unset(ClockRun run, Segment segment, Lag sum) {
    if (segment.outagesBefore() == run.outages().size())
      return sum;
    long oldest = PowerLossLog.CLOCK_SET_SINCE_MILLIS - run.firstSeenMillis();
    return new Lag(sum.likelyMillis(), Math.min(oldest, sum.leastMillis()), sum.mostMillis());
  }

  /// Whether the clock was ahead: somebody set it by a clock that was wrong, or the laptop is wrong now.
  private static boolean isFast(ClockRun run, Lag sum) {
    return sum.mostMillis() < -run.period().toMillis() / 2;
  }

  private static Why why(ClockRun run, Segment segment) {
    if (!run.clockSet())
      return Why.CLOCK_NEVER_SET;
    int outages = run.outages().size();
    int before = segment.outagesBefore();
    if (before == 0 && !run.startKnown())
      return Why.RAW;
    if (outages == 0)
      return Why.CLOCK_SET;
    if (before == 0)
      return Why.BEFORE_FIRST_OUTAGE;
    return before == outages ? Why.VISIT : Why.SHARED_OUT;
  }
}
