package org.semcollector.protocol.clock;

import java.time.Duration;
import java.util.List;

/// Readings during which nobody set the meter's clock: it ran on, or was put back by outages.
///
/// @param clockSet whether the clock had been set at all; if not, stamps count from the meter's first start
/// @param startKnown whether the run began with a clock set, so that its readings before the first outage are right
/// @param firstSeenMillis the run's first stamp by the meter's clock, ms
/// @param lastSeenMillis the run's last stamp by the meter's clock, reading or boot, ms
/// @param period the save period at the end of the run
/// @param outages in the order of the log, those before the first and after the last reading included
/// @param segments in stored order; none when the run has outages only, and then its start is known
public record ClockRun(
    boolean clockSet,
    boolean startKnown,
    long firstSeenMillis,
    long lastSeenMillis,
    Duration period,
    List<Outage> outages,
    List<Segment> segments) {
  public ClockRun {
    outages = List.copyOf(outages);
    segments = List.copyOf(segments);
  }

  /// Whether the meter booted before the run's first reading.
  boolean startsWithOutage() {
    return segments.isEmpty() || segments.getFirst().outagesBefore() > 0;
  }
}
