package org.semcollector.protocol.clock;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.powerloss.PowerLossLog;

/// What the clock of one run can have lagged after each number of outages, as far as that is certain without looking at
/// a single value. Lags never decrease, so what is known of one bounds all others.
final class KnownLags {
  private final ClockRun run;
  private final Lag sum;
  private final long[] least;
  private final long[] most;
  /// What a lag is known by; null where it only lies between others.
  private final @Nullable Why[] why;

  private KnownLags(ClockRun run, Lag sum, long[] least, long[] most, @Nullable Why[] why) {
    this.run = run;
    this.sum = sum;
    this.least = least;
    this.most = most;
    this.why = why;
  }

  /// @param sum what the clock lags at the end of the run
  /// @param sumWhy what it is known by
  static KnownLags of(ClockRun run, Lag sum, Why sumWhy) {
    int outages = run.outages().size();
    var least = new long[outages + 1];
    var most = new long[outages + 1];
    @Nullable
    Why[] why = new Why[outages + 1];
    Arrays.fill(least, run.clockSet() ? 0 : Math.min(oldest(run), sum.leastMillis()));
    Arrays.fill(most, run.clockSet() ? Math.max(0, sum.mostMillis()) : sum.mostMillis());
    if (run.clockSet() && run.startKnown()) {
      most[0] = 0;
      why[0] = outages == 0 ? Why.CLOCK_SET : Why.BEFORE_FIRST_OUTAGE;
    }
    boolean seen = sumWhy != Why.VISIT && sum.mostMillis() >= 0;
    if (outages > 0 || !run.clockSet() || (seen && !run.startKnown())) {
      least[outages] = sum.leastMillis();
      most[outages] = sum.mostMillis();
      why[outages] = sumWhy;
    }
    return new KnownLags(run, sum, least, most, why);
  }

  /// The meter did not exist before its kind.
  private static long oldest(ClockRun run) {
    return PowerLossLog.CLOCK_SET_SINCE_MILLIS - run.firstSeenMillis();
  }

  ClockRun run() {
    return run;
  }

  /// What the clock lags at the end of the run.
  Lag sum() {
    return sum;
  }

  long leastMillis(int outages) {
    return least[outages];
  }

  long mostMillis(int outages) {
    return most[outages];
  }

  boolean isKnown(int outages) {
    return why[outages] != null;
  }

  /// Whether a lag is known by an outage of which somebody knows when it was.
  boolean isPinned(int outages) {
    return why[outages] == Why.PIN || why[outages] == Why.RESTART;
  }

  /// Whether any is.
  boolean isPinned() {
    return IntStream.range(0, why.length).anyMatch(this::isPinned);
  }

  @Nullable
  Why why(int outages) {
    return why[outages];
  }

  /// The best guess of a lag that is known, within its bounds.
  long likelyMillis(int outages) {
    return outages == run.outages().size() && !isPinned(outages)
        ? Math.clamp(sum.likelyMillis(), least[outages], most[outages])
        : least[outages] + (most[outages] - least[outages]) / 2;
  }

  /// The same with one outage known; empty when that cannot be.
  Optional<KnownLags> with(KnownOutage known) {
    var narrowed = new KnownLags(run, sum, least.clone(), most.clone(), why.clone());
    int before = known.index();
    boolean possible = narrowed.narrow(before, known.leastBefore(), known.mostBefore(), known.why())
        && narrowed.narrow(before + 1, known.leastAfter(), known.mostAfter(), known.why());
    return possible ? Optional.of(narrowed) : Optional.empty();
  }

  private boolean narrow(int outages, long from, long to, Why by) {
    boolean wasExact = most[outages] - least[outages] <= to - from;
    least[outages] = Math.max(least[outages], from);
    most[outages] = Math.min(most[outages], to);
    if (why[outages] == null || !wasExact)
      why[outages] = by;
    for (int k = outages + 1; k < least.length; k++) {
      least[k] = Math.max(least[k], least[k - 1]);
    }
    for (int k = outages - 1; k >= 0; k--) {
      most[k] = Math.min(most[k], most[k + 1]);
    }
    for (int k = 0; k < least.length; k++) {
      if (least[k] > most[k])
        return false;
    }
    return true;
  }
}
