package org.semcollector.app.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// When a meter saves next, as far as its last stamps tell. Saves are counted from boot, one period and up to a few
/// seconds apart; the phases of one save are stamped about a second apart. When the meter's clock is off, nothing can be
/// foretold: then only the short time between the last look and the erase request protects, a few milliseconds of an
/// hour.
///
/// @param from before this instant the next save does not happen
/// @param to after this instant it has happened
record SaveForecast(Instant from, Instant to) {
  private static final Duration PHASES = Duration.ofSeconds(3);
  private static final Duration LONGEST_OVERRUN = Duration.ofSeconds(9);

  /// @param readings the meter's readings, oldest first
  /// @param period how its firmware saves
  /// @param now the laptop's time
  static Optional<SaveForecast> of(List<Reading> readings, SavePeriod period, Instant now) {
    if (readings.isEmpty())
      return Optional.empty();
    Instant last = Instant.ofEpochMilli(readings.getLast().deviceMillis());
    var forecast = new SaveForecast(last.plus(period.length()).minus(PHASES),
        last.plus(period.length()).plus(LONGEST_OVERRUN));
    boolean clockIsOff = now.isAfter(forecast.to()) || now.isBefore(last.minus(PHASES));
    return clockIsOff ? Optional.empty() : Optional.of(forecast);
  }

  /// How long to wait so that no save can happen in the next `horizon`; zero when none can.
  Duration waitFor(Instant now, Duration horizon) {
    boolean due = now.plus(horizon).isAfter(from) && !now.isAfter(to);
    return due ? Duration.between(now, to) : Duration.ZERO;
  }
}
