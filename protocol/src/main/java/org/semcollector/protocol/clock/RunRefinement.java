package org.semcollector.protocol.clock;

/// Places the segments of a run better than in equal shares.
@FunctionalInterface
interface RunRefinement {
  /// @param index the run to look at; those after it are placed for good
  /// @param known what its clock is known to lag
  /// @param placement where its segments lie so far, and where to place them better
  void refine(int index, KnownLags known, Placement placement);
}
