package org.semcollector.protocol.clock;

import java.util.List;

/// A boot of the log that was a restart by the collector, no outage.
///
/// @param bootMillis the entry, ms by the meter's clock
/// @param restart when it was
public record RestartedBoot(long bootMillis, Evidence.Restart restart) {
  /// The boots of a problem that its restarts were, in the order of the evidence; a restart that no boot of the log, or
  /// more than one, can have been is left out.
  public static List<RestartedBoot> of(ClockProblem problem) {
    return problem.all(Evidence.Restart.class).isEmpty() ? List.of() : EvidenceFit.of(problem).restarted();
  }
}
