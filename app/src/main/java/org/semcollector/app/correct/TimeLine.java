package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.clock.Evidence;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;

/// Where a meter's readings, outages, visits and clock sets lie in time.
///
/// @param parts runs of readings between outages, in stored order
/// @param outages in stored order
/// @param restarts by the collector itself, to update the meter's firmware: boots that were no outages
/// @param visits oldest first
/// @param clockSets when the clock was set, as far as known, in order of time
public record TimeLine(Ssid ssid, ZoneId zone, List<Part> parts, List<PlacedOutage> outages,
    List<Evidence.Restart> restarts, List<VisitRow> visits,
    List<Instant> clockSets) {
  public TimeLine {
    parts = List.copyOf(parts);
    outages = List.copyOf(outages);
    restarts = List.copyOf(restarts);
    visits = List.copyOf(visits);
    clockSets = List.copyOf(clockSets);
  }

  /// Readings that lie in time together: between them there was no outage.
  ///
  /// @param from begin of the first reading's period
  /// @param to end of the last reading's period
  /// @param earliest how early it may have begun, with 90 %
  /// @param latest how late it may have ended
  /// @param why what its place rests on
  public record Part(Instant from, Instant to, Instant earliest, Instant latest, int readings, Why why) {
    /// How far it may be moved, all in all.
    public Duration doubt() {
      return Duration.between(earliest, from).plus(Duration.between(to, latest));
    }
  }
}
