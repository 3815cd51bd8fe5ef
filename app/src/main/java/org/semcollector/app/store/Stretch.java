package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.clock.RestartedBoot;

/// Readings placed in time together, and what they were placed by. With it the same problem can be put to another
/// estimator later.
///
/// @param visit reference of the visit that read them
/// @param clockSetAt when the clock was set before the stretch, if known
/// @param boots the log entries of the stretch, ms by the meter's clock
/// @param restarts those of the boots that were restarts by the collector, no outages
/// @param collectedAt the laptop's time at which the stretch was read
/// @param estimator name of the estimator
/// @param estimatorVersion its version
/// @param madeAt when the visit brought the evidence
public record Stretch(
    String visit,
    Optional<Instant> clockSetAt,
    List<Long> boots,
    List<RestartedBoot> restarts,
    Instant collectedAt,
    String estimator,
    int estimatorVersion,
    Instant madeAt) {
  public Stretch {
    boots = List.copyOf(boots);
    restarts = List.copyOf(restarts);
  }

  /// One without a restart by the collector.
  public Stretch(String visit, Optional<Instant> clockSetAt, List<Long> boots, Instant collectedAt, String estimator,
      int estimatorVersion, Instant madeAt) {
    this(visit, clockSetAt, boots, List.of(), collectedAt, estimator, estimatorVersion, madeAt);
  }

  /// The boots that were outages, as far as known.
  public List<Long> outageBoots() {
    return boots.stream().filter(boot -> !isRestart(boot)).toList();
  }

  /// Whether a boot of the log was a restart by the collector.
  public boolean isRestart(long bootMillis) {
    return restarts.stream().anyMatch(restarted -> restarted.bootMillis() == bootMillis);
  }
}
