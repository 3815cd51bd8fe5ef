package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Readings placed in time together, and what they were placed by. With it the same problem can be put to another
/// estimator later.
///
/// @param visit reference of the visit that read them
/// @param clockSetAt when the clock was set before the stretch, if known
/// @param boots the log entries of the stretch, ms by the meter's clock
/// @param collectedAt the laptop's time at which the stretch was read
/// @param estimator name of the estimator
/// @param estimatorVersion its version
/// @param madeAt when the visit brought the evidence
public record Stretch(
    String visit,
    Optional<Instant> clockSetAt,
    List<Long> boots,
    Instant collectedAt,
    String estimator,
    int estimatorVersion,
    Instant madeAt) {
  public Stretch {
    boots = List.copyOf(boots);
  }
}
