package org.semcollector.protocol.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that is known about a meter's clock, besides its stamps and its log.
///
/// A problem holds at most one of each kind, but any number of pins and restarts. What does not fit the readings is not
/// used; [UnfitEvidence] says so.
public sealed interface Evidence {
  /// The clock was set before the stretch: it lags nothing from there to the next boot.
  ///
  /// @param at the true time it was set to
  record ClockSet(Instant at) implements Evidence {}

  /// The stretch was read: what all outages lag together is known up to the phase of the hourly save.
  ///
  /// @param at the laptop's time
  record Visit(Instant at) implements Evidence {}

  /// The first save after the visit, which only a later visit can see: setting the clock does not touch the save timer,
  /// so this save tells the phase of the saves at the visit, and what the clock lagged there to a few seconds.
  ///
  /// @param at its true time, by the clock that the visit had set; no boot was logged in between
  record NextSave(Instant at) implements Evidence {
    /// What the readings after a visit tell about it; empty when the clock was not set at the visit, or the meter booted
    /// before it saved again.
    ///
    /// @param next the stretch that begins with the visit's clock set
    public static Optional<NextSave> of(ClockProblem next) {
      List<ClockRun> runs = Segments.of(next).runs();
      if (runs.isEmpty() || next.clockSetAt().isEmpty())
        return Optional.empty();
      ClockRun first = runs.getFirst();
      Instant saved = Instant.ofEpochMilli(first.firstSeenMillis());
      Instant latest = next.clockSetAt().get().plus(first.period()).plusMillis(Lag.LATE_SAVE_MILLIS);
      return first.startKnown() && !first.startsWithOutage() && !saved.isAfter(latest)
          ? Optional.of(new NextSave(saved))
          : Optional.empty();
    }
  }

  /// The meter's Wi-Fi tells how long it has been running: its access point counts microseconds from boot on (802.11
  /// TSF). That is when the last boot was.
  ///
  /// @param seenAt the laptop's time when the beacon was heard
  /// @param uptime what it counted
  record BeaconUptime(Instant seenAt, Duration uptime) implements Evidence {
    Instant bootedAt() {
      return seenAt.minus(uptime);
    }
  }

  /// How the meter lives: readings outside the stretch whose true time is known.
  ///
  /// @param readings in order of time
  record History(List<TimedReading> readings) implements Evidence {
    public History {
      readings = List.copyOf(readings);
    }
  }

  /// Somebody knows when the power was off.
  ///
  /// @param bootMillis which outage: the meter's clock when it ran on after it, [Outage#deviceMillis]
  /// @param from when the power went
  /// @param to when it came back
  record Pin(long bootMillis, Instant from, Instant to) implements Evidence {}

  /// A boot that was no outage: the collector itself restarted the meter, to update its firmware.
  ///
  /// @param from when it last ran
  /// @param to when it was seen running again
  record Restart(Instant from, Instant to) implements Evidence {}
}
