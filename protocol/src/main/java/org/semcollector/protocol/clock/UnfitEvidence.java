package org.semcollector.protocol.clock;

import java.util.List;

/// Evidence that the readings and the log speak against. Estimators leave it out.
///
/// @param evidence what was said
/// @param reason why it cannot be, a sentence
public record UnfitEvidence(Evidence evidence, String reason) {
  /// All of a problem's evidence that is left out, in its order.
  public static List<UnfitEvidence> of(ClockProblem problem) {
    return EvidenceFit.of(problem).unfit();
  }
}
