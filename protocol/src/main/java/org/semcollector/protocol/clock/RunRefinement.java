package org.semcollector.protocol.clock;

import java.util.List;

/// Places the segments of a run better than in equal shares.
@FunctionalInterface
interface RunRefinement {
  /// @param runs all runs of the problem
  /// @param index the run to look at; those after it are placed for good
  /// @param sum what its clock lags at its end
  /// @param placement where its segments lie so far, and where to place them better
  void refine(List<ClockRun> runs, int index, Lag sum, Placement placement);
}
