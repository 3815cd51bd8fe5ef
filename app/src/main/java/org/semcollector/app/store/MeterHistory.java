package org.semcollector.app.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.Evidence;
import org.semcollector.protocol.clock.TimedReading;

/// What a meter's stored readings tell an estimator of how its people live.
///
/// Only what was stored before counts, in the order of keys: replaying the same facts finds the same history.
///
/// @param tx the transaction in which the new readings, not stored yet, will be stored
/// @param meter whose readings
record MeterHistory(IngestTransaction tx, MeterState meter) {
  /// Readings whose time is known worse teach the hours of the day wrongly.
  static final Duration WELL_TIMED = Duration.ofHours(2);
  static final Duration LENGTH = Duration.ofDays(91);
  /// Two weeks of minutes, or two years of hours: more is never read.
  static final int MOST = 20_160;

  /// The problem with the meter's zone, and its history where there are outages to be told by it.
  ClockProblem added(ClockProblem problem) throws StoreException {
    return problem.with(problem.powerLosses().boots() == 0 ? List.of() : wellTimed(), tx.zone(meter.id()));
  }

  /// When the meter was restarted from here in a problem's time.
  List<Evidence.Restart> restarts(ClockProblem problem) throws StoreException {
    if (problem.powerLosses().boots() == 0)
      return List.of();
    return tx.restarts(meter).stream()
        .filter(restart -> problem.clockSetAt().filter(restart.from()::isBefore).isEmpty()
            && !restart.to().isAfter(problem.collectedAt()))
        .map(restart -> new Evidence.Restart(restart.from(), restart.to())).toList();
  }

  private List<TimedReading> wellTimed() throws StoreException {
    List<TimedReading> timed = tx.newest(meter, MOST).stream().filter(MeterHistory::isWellTimed)
        .map(placed -> new TimedReading(placed.raw(), placed.period(), placed.time().measuredAt()))
        .sorted(Comparator.comparing(TimedReading::measuredAt)).toList();
    if (timed.isEmpty())
      return timed;
    Instant from = timed.getLast().measuredAt().minus(LENGTH);
    return timed.stream().filter(reading -> !reading.measuredAt().isBefore(from)).toList();
  }

  private static boolean isWellTimed(StoredReading placed) {
    return Duration.between(placed.time().earliest(), placed.time().latest()).compareTo(WELL_TIMED) <= 0;
  }
}
