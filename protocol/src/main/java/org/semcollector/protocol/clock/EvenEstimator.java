package org.semcollector.protocol.clock;

import java.util.List;

/// The published rule, done right: what all outages lag together is known at the visit, and every outage gets an equal
/// share of it. An outage that is known splits the sum into one before and one after it.
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
    return estimate(problem, (_, _, _) -> {});
  }

  static List<CorrectedTime> estimate(ClockProblem problem, RunRefinement refinement) {
    var placement = new Placement(problem);
    place(new EvidenceFit(problem), placement, refinement);
    return placement.times();
  }

  /// Places each run, the last one first, and has what more can be told about it placed again.
  static void place(EvidenceFit evidence, Placement placement, RunRefinement refinement) {
    List<ClockRun> runs = evidence.runs();
    for (int i = runs.size() - 1; i >= 0; i--) {
      KnownLags known = evidence.look(i, placement);
      for (Segment segment : runs.get(i).segments()) {
        placement.place(segment, lag(known, segment, i == runs.size() - 1), why(known, segment));
      }
      refinement.refine(i, known, placement);
    }
  }

  private static Lag lag(KnownLags known, Segment segment, boolean last) {
    Lag sum = known.sum();
    int before = segment.outagesBefore();
    if (known.run().clockSet() && isFast(known.run(), sum))
      return last ? new Lag(0, Math.min(0, sum.leastMillis()), 0) : sum;
    long floor = known.run().clockSet() ? 0 : Long.MIN_VALUE;
    long least = Math.max(floor, known.leastMillis(before));
    long most = Math.max(floor, known.mostMillis(before));
    return new Lag(Math.clamp(likelyMillis(known, before), least, most), least, most);
  }

  private static long likelyMillis(KnownLags known, int outages) {
    boolean perhapsNone = known.run().clockSet() && isPerhapsNone(known);
    if (known.isKnown(outages) && !(perhapsNone && known.why(outages) == Why.VISIT))
      return known.likelyMillis(outages);
    return perhapsNone || (known.run().clockSet() && outages == 0) ? 0 : share(known, outages);
  }

  /// Whether the clock may be right in spite of its outages: they were no longer than the visit leaves open.
  private static boolean isPerhapsNone(KnownLags known) {
    return known.sum().leastMillis() <= 0 && !known.isPinned();
  }

  /// Between two lags that are known every outage adds the same. Nobody knows how long the outages of a clock were that
  /// was never set: there the next known lag counts.
  private static long share(KnownLags known, int outages) {
    int after = outages;
    while (!known.isKnown(after)) {
      after++;
    }
    int before = outages;
    while (before > 0 && !known.isKnown(before)) {
      before--;
    }
    long to = known.likelyMillis(after);
    if (!known.run().clockSet())
      return to;
    long from = known.isKnown(before) ? known.likelyMillis(before) : 0;
    return from + Math.multiplyExact(to - from, outages - before) / (after - before);
  }

  /// Whether the clock was ahead: somebody set it by a clock that was wrong, or the laptop is wrong now.
  private static boolean isFast(ClockRun run, Lag sum) {
    return sum.mostMillis() < -run.period().toMillis() / 2;
  }

  private static Why why(KnownLags known, Segment segment) {
    Why why = known.why(segment.outagesBefore());
    if (!known.run().clockSet())
      return why == null || why == Why.VISIT ? Why.CLOCK_NEVER_SET : why;
    if (why != null)
      return why;
    return segment.outagesBefore() == 0 ? Why.RAW : Why.SHARED_OUT;
  }
}
