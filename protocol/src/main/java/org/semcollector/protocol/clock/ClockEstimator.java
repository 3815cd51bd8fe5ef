package org.semcollector.protocol.clock;

import java.util.List;

/// A named, versioned, re-runnable way to place readings in time. Pure: same problem, same answer.
public interface ClockEstimator {
  /// The name users choose it by: "even".
  String name();

  /// Raised whenever the same problem would give another answer.
  int version();

  /// One time per reading of the problem, same order.
  List<CorrectedTime> estimate(ClockProblem problem);
}
