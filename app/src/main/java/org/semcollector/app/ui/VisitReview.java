package org.semcollector.app.ui;

import java.time.Duration;
import java.util.Optional;
import org.semcollector.app.health.HealthVerdict;
import org.semcollector.app.meter.CollectResult;

/// What is known after a visit of the time it brought.
///
/// @param gaps how many times are missing between its first and last reading
/// @param missing how long they are together
/// @param correction what its times come from, "even/1"; empty when nothing was corrected
/// @param verdict on the meter
public record VisitReview(int gaps, Duration missing, String correction, Optional<HealthVerdict> verdict) {
  /// Looks a visit over.
  public interface Source {
    /// @return empty when the visit brought no readings
    Optional<VisitReview> of(CollectResult result) throws Exception;
  }
}
