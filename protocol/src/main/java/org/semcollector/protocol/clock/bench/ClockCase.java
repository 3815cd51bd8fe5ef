package org.semcollector.protocol.clock.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.semcollector.protocol.clock.ClockProblem;

/// A visit and when its readings were really taken.
///
/// @param name "017-long": a number, a dash, the regime of outages
/// @param problem the visit
/// @param truth the true end of each reading's period, in the problem's order
public record ClockCase(String name, ClockProblem problem, List<Instant> truth) {
  public ClockCase {
    truth = List.copyOf(truth);
    if (truth.size() != problem.readings().size())
      throw new IllegalArgumentException("case " + name + " has not one true time per reading");
  }

  public boolean hasHistory() {
    return !problem.history().isEmpty();
  }

  /// The zone in which days are told apart.
  ZoneId zone() {
    return problem.zone();
  }
}
