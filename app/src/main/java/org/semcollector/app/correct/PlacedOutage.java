package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;
import org.semcollector.protocol.clock.Why;

/// One outage of a meter, as far as it is known.
///
/// The meter's clock tells when it was back; when the power went is known only up to the hour that was not saved.
///
/// @param bootMillis which one: the meter's clock when it ran on after it, ms since 1970
/// @param boots how many boots were so close that nothing was saved between them
/// @param from when the power went
/// @param to when it was back
/// @param shortest least length
/// @param longest largest length
/// @param why what its end rests on
/// @param visit reference of the visit that told of it
public record PlacedOutage(long bootMillis, int boots, Bounds from, Bounds to, Duration shortest, Duration longest,
    Why why, String visit) {
  /// How well an outage is known.
  public enum Sureness {
    /// Somebody said so.
    PINNED,
    /// Its end to a quarter of an hour.
    MINUTES,
    /// Its end within a day.
    HOURS,
    /// Less.
    DAYS
  }

  /// A time with its 90 % interval.
  public record Bounds(Instant at, Instant earliest, Instant latest) {
    static Bounds exactly(Instant at) {
      return new Bounds(at, at, at);
    }

    Duration width() {
      return Duration.between(earliest, latest);
    }
  }

  /// The most likely length.
  public Duration length() {
    return Duration.between(from.at(), to.at());
  }

  public Sureness sureness() {
    if (why == Why.PIN && from.width().isZero())
      return Sureness.PINNED;
    if (to.width().compareTo(Duration.ofMinutes(15)) <= 0)
      return Sureness.MINUTES;
    return to.width().compareTo(Duration.ofDays(1)) <= 0 ? Sureness.HOURS : Sureness.DAYS;
  }
}
