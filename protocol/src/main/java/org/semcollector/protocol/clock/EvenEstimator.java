package org.semcollector.protocol.clock;

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
    List<ClockRun> runs = Segments.of(problem).runs();
    var placement = new Placement(problem);
    for (int i = runs.size() - 1; i >= 0; i--) {
      ClockRun run = runs.get(i);
      boolean startKnown = i > 0 || problem.clockSetAt().isPresent();
      boolean last = i == runs.size() - 1;
      Lag sum = last
          ? Lag.at(problem.collectedAt().toEpochMilli(), run)
          : beforeRun(run, runs.get(i + 1), placement);
      for (Segment segment : run.segments()) {
        placement.place(segment, lag(run, segment, sum, startKnown, last), why(run, segment, startKnown));
      }
    }
    return placement.times();
  }

  private static Lag beforeRun(ClockRun run, ClockRun next, Placement placement) {
    if (next.segments().isEmpty()) {
      return Lag.at(next.firstSeenMillis(), run).widenedBy(run.period().toMillis());
    }
    Lag nextLag = placement.lagOf(next.segments().getFirst());
    long nextSave = next.firstSeenMillis();
    if (run.endsWithOutage()) {
      Lag atNext = Lag.at(nextSave, run);
      return new Lag(atNext.likelyMillis() + nextLag.likelyMillis(), atNext.leastMillis() + nextLag.leastMillis(),
          atNext.mostMillis() + nextLag.mostMillis());
    }
    long exact = nextSave - run.lastSeenMillis() - run.period().toMillis();
    return new Lag(exact + nextLag.likelyMillis(), exact - Lag.LATE_SAVE_MILLIS + nextLag.leastMillis(),
        exact + nextLag.mostMillis());
  }

  private static Lag lag(ClockRun run, Segment segment, Lag sum, boolean startKnown, boolean last) {
    if (!run.clockSet())
      return unset(run, segment, sum);
    if (isFast(run, sum))
      return last ? new Lag(0, Math.min(0, sum.leastMillis()), 0) : sum;
    int outages = run.outages().size();
    int before = segment.outagesBefore();
    if (before == 0)
      return startKnown ? Lag.NONE : Lag.upTo(sum.mostMillis());
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

  private static Why why(ClockRun run, Segment segment, boolean startKnown) {
    if (!run.clockSet())
      return Why.CLOCK_NEVER_SET;
    int outages = run.outages().size();
    int before = segment.outagesBefore();
    if (before == 0 && !startKnown)
      return Why.RAW;
    if (outages == 0)
      return Why.CLOCK_SET;
    if (before == 0)
      return Why.BEFORE_FIRST_OUTAGE;
    return before == outages ? Why.VISIT : Why.SHARED_OUT;
  }
}
