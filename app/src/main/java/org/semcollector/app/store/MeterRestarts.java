package org.semcollector.app.store;

import java.util.List;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.Evidence;

/// When a meter was restarted from here, which its log shows like an outage.
///
/// @param tx the transaction in which the new readings will be stored
/// @param meter which meter
record MeterRestarts(IngestTransaction tx, MeterState meter) {
  /// The problem with the restarts in its time, where its log has any boots at all.
  ClockProblem added(ClockProblem problem) throws StoreException {
    if (problem.powerLosses().boots() == 0)
      return problem;
    List<Evidence.Restart> restarts = tx.restarts(meter).stream()
        .filter(restart -> problem.clockSetAt().filter(restart.from()::isBefore).isEmpty()
            && !restart.to().isAfter(problem.collectedAt()))
        .map(restart -> new Evidence.Restart(restart.from(), restart.to())).toList();
    return problem.with(restarts);
  }
}
