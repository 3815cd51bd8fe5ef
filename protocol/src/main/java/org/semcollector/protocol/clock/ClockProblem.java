package org.semcollector.protocol.clock;

import java.time.Instant;
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
public record ClockProblem(
    List<Reading> readings,
    List<SavePeriod> periods,
    PowerLossLog powerLosses,
    Optional<Instant> clockSetAt,
    Instant collectedAt) {
  public ClockProblem {
    readings = List.copyOf(readings);
    periods = List.copyOf(periods);
    if (readings.size() != periods.size())
      throw new IllegalArgumentException("one period per reading");
  }
}
