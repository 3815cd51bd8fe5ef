package org.semcollector.app.laptopclock;

import java.time.Instant;
import java.util.Optional;

/// Everything known about the laptop's clock when it is judged.
///
/// @param now what it shows
/// @param uptime the counter at that moment
/// @param seen the last look at a server's clock
/// @param confirmed the last time somebody said that it is right
/// @param excusedUntil visits and readings up to here were made by a clock that was wrong then: they prove nothing
/// @param sync what the system says
/// @param newestVisit start of the newest visit in the journal
/// @param newestReading time of the newest reading of any meter
public record ClockFacts(
    Instant now,
    Uptime.Count uptime,
    Optional<ClockObservation> seen,
    Optional<ClockConfirmation> confirmed,
    Optional<Instant> excusedUntil,
    SystemSync.State sync,
    Optional<Instant> newestVisit,
    Optional<Instant> newestReading) {
  /// The newest visit that was not made by a clock known to have been wrong.
  Optional<Instant> countedVisit() {
    return newestVisit.filter(this::counts);
  }

  Optional<Instant> countedReading() {
    return newestReading.filter(this::counts);
  }

  private boolean counts(Instant at) {
    return excusedUntil.filter(until -> !at.isAfter(until)).isEmpty();
  }
}
