package org.semcollector.app.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// Places what a second readout of a visit brought: readings the meter saved between the two.
///
/// @param formerAt when the readout before was complete
/// @param clockSent when the clock was set in this visit, whether confirmed or not
/// @param rereadAt when this readout was complete
record RereadTimes(StretchTimes times, Instant formerAt, Optional<Instant> clockSent, Instant rereadAt) {
  /// The meter drops milliseconds; clocks of laptop and meter run apart by less within a visit.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);
  private static final String ESTIMATOR = "visit";

  /// @param log the log of this visit, for readings that are older than the visit
  List<TimedPart> place(List<Reading> readings, List<SavePeriod> periods, PowerLossLog log) throws StoreException {
    var parts = new ArrayList<TimedPart>();
    int from = 0;
    while (from < readings.size()) {
      boolean byNewClock = isByNewClock(readings.get(from));
      int to = from + 1;
      while (to < readings.size() && isByNewClock(readings.get(to)) == byNewClock) {
        to++;
      }
      parts.add(part(readings.subList(from, to), periods.subList(from, to), byNewClock, log));
      from = to;
    }
    return parts;
  }

  private TimedPart part(List<Reading> readings, List<SavePeriod> periods, boolean byNewClock, PowerLossLog log)
      throws StoreException {
    if (byNewClock)
      return times.estimate(readings, periods, PowerLossLog.EMPTY, clockSent, rereadAt);
    return fitsBetween(readings, periods)
        ? between(readings)
        : times.estimate(readings, periods, log, Optional.empty(), rereadAt);
  }

  /// A stamp between clock set and now shows that the set took effect, also when its reply was lost.
  private boolean isByNewClock(Reading reading) {
    Instant stamp = Instant.ofEpochMilli(reading.deviceMillis());
    return clockSent.isPresent() && !stamp.isBefore(clockSent.get().minus(TOLERANCE))
        && !stamp.isAfter(rereadAt.plus(TOLERANCE));
  }

  private Instant until() {
    return clockSent.filter(rereadAt::isAfter).orElse(rereadAt);
  }

  private boolean fitsBetween(List<Reading> readings, List<SavePeriod> periods) {
    long saves = Duration.between(formerAt, until()).dividedBy(periods.getFirst().length()) + 1;
    return readings.size() <= 3 * saves;
  }

  /// Saved by the old clock, but certainly between the former readout and the clock set.
  private TimedPart between(List<Reading> readings) {
    Instant until = until().isBefore(formerAt) ? formerAt : until();
    Instant middle = formerAt.plus(Duration.between(formerAt, until).dividedBy(2));
    var placed = new ArrayList<CorrectedTime>();
    for (Reading reading : readings) {
      Instant at = middle.plusMillis(reading.deviceMillis() - readings.getFirst().deviceMillis());
      Instant inside = at.isBefore(formerAt) ? formerAt : at.isAfter(until) ? until : at;
      placed.add(new CorrectedTime(inside, formerAt, until, Why.VISIT));
    }
    var stretch = new Stretch(times.visit(), Optional.empty(), List.of(), rereadAt, ESTIMATOR, 1, times.madeAt());
    return new TimedPart(stretch, placed);
  }
}
