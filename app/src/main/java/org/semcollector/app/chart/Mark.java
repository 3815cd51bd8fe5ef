package org.semcollector.app.chart;

import java.time.Instant;
import java.util.OptionalInt;

/// Something that happened to a meter, shown above its readings.
///
/// @param from when; of what lasted, its start
/// @param to end of what lasted, else the same as `from`
/// @param meter whom it happened to
/// @param before the version of the firmware that was replaced, where it is known; empty for everything else
/// @param number how many new readings a visit brought, the version of new firmware where it is known; empty
///     for everything else
public record Mark(Kind kind, Instant from, Instant to, String meter, OptionalInt before, OptionalInt number) {
  /// What happened.
  public enum Kind {
    /// The meter was without power.
    OUTAGE,
    /// Somebody collected its readings.
    VISIT,
    /// Its clock was set.
    CLOCK_SET,
    /// It was given other firmware.
    FIRMWARE,
    /// Its memory was erased.
    ERASED
  }

  public Mark {
    if (to.isBefore(from))
      throw new IllegalArgumentException("a mark ends before it begins");
  }

  /// Something without length.
  public static Mark at(Kind kind, Instant at, String meter) {
    return new Mark(kind, at, at, meter, OptionalInt.empty(), OptionalInt.empty());
  }

  public static Mark visit(Instant at, String meter, int newReadings) {
    return new Mark(Kind.VISIT, at, at, meter, OptionalInt.empty(), OptionalInt.of(newReadings));
  }

  public static Mark outage(Instant from, Instant to, String meter) {
    return new Mark(Kind.OUTAGE, from, to, meter, OptionalInt.empty(), OptionalInt.empty());
  }

  /// @param before what it answered until then; empty = not known
  /// @param now what it answered from then on; empty = not known
  public static Mark firmware(Instant at, String meter, OptionalInt before, OptionalInt now) {
    return new Mark(Kind.FIRMWARE, at, at, meter, before, now);
  }
}
