package org.semcollector.protocol.clock;

import java.time.Instant;

/// An outage of which more is known than that it was: what its run's clock lagged before it and after it, ms.
///
/// @param index position among the run's outages
record KnownOutage(int index, long leastBefore, long mostBefore, long leastAfter, long mostAfter, Why why) {
  /// People round to five minutes, and a meter takes some seconds to boot.
  private static final long PIN_MARGIN_MILLIS = 300_000;
  /// Boots, and clocks that run apart by a little.
  private static final long RESTART_MARGIN_MILLIS = 5_000;

  static KnownOutage pinned(ClockRun run, int index, Evidence.Pin pin) {
    return between(run, index, pin.from(), pin.to(), PIN_MARGIN_MILLIS, Why.PIN);
  }

  static KnownOutage restarted(ClockRun run, int index, Evidence.Restart restart) {
    return between(run, index, restart.from(), restart.to(), RESTART_MARGIN_MILLIS, Why.RESTART);
  }

  /// The clock was put back to the last save before the power went, less than a period earlier. A restart tells the
  /// return only as lying between its ends.
  private static KnownOutage between(ClockRun run, int index, Instant from, Instant to, long margin, Why why) {
    long booted = run.outages().get(index).deviceMillis();
    long before = from.toEpochMilli() - booted;
    long after = to.toEpochMilli() - booted;
    long most = after + margin;
    return new KnownOutage(index, before - run.period().toMillis() - Lag.LATE_SAVE_MILLIS - margin,
        Math.min(before + margin, most), (why == Why.RESTART ? before : after) - margin, most, why);
  }
}
