package org.semcollector.protocol.clock;

import java.util.List;

/// A problem's readings cut where their common offset can change: first at clock sets, then at outages.
///
/// @param runs in stored order; their segments hold every reading exactly once
public record Segments(List<ClockRun> runs) {
  public Segments {
    runs = List.copyOf(runs);
  }

  /// Cuts a problem; total: stamps and entries in any order give some cut.
  public static Segments of(ClockProblem problem) {
    return new Segments(new RunCutter(problem).cut());
  }
}
