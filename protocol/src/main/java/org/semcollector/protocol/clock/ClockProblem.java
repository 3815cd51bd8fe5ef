package org.semcollector.protocol.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// Everything known for placing one stretch of readings in time: those between two collections of one meter.
///
/// @param readings the stretch, in stored order
/// @param periods the save period of each reading, same order
/// @param powerLosses the boots of the stretch; boots from before the clock set do no harm
/// @param clockSetAt when the clock was last set before the stretch, if known; offset 0 from there to the first boot
/// @param collectedAt the laptop's time when the stretch was read
/// @param history readings of the same meter outside the stretch whose true time is known, in order of time; may be empty
/// @param zone where the meter stands: its people keep the hours of this zone
public record ClockProblem(
    List<Reading> readings,
    List<SavePeriod> periods,
    PowerLossLog powerLosses,
    Optional<Instant> clockSetAt,
    Instant collectedAt,
    List<TimedReading> history,
    ZoneId zone) {
  public ClockProblem {
    readings = List.copyOf(readings);
    periods = List.copyOf(periods);
    history = List.copyOf(history);
    if (readings.size() != periods.size())
      throw new IllegalArgumentException("one period per reading");
  }

  /// A problem about which nothing else is known: no history, hours counted in UTC.
  public ClockProblem(List<Reading> readings, List<SavePeriod> periods, PowerLossLog powerLosses,
      Optional<Instant> clockSetAt, Instant collectedAt) {
    this(readings, periods, powerLosses, clockSetAt, collectedAt, List.of(), ZoneOffset.UTC);
  }

  /// The same with what is known of the meter's life.
  public ClockProblem with(List<TimedReading> knownHistory, ZoneId knownZone) {
    return new ClockProblem(readings, periods, powerLosses, clockSetAt, collectedAt, knownHistory, knownZone);
  }
}
