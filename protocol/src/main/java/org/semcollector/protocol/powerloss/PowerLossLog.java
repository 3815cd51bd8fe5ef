package org.semcollector.protocol.powerloss;

import java.util.List;

/// The boots of a meter since its last reset, in the order they were logged. An entry is the stored time to which the
/// clock was set back at that boot; any boot counts: an outage, an update, a brown-out, a crash.
///
/// Entries grow, except where somebody set the clock in between.
///
/// @param entries what was logged, ms since 1970 by the meter's own clock; boots before the clock was ever set included
public record PowerLossLog(List<Long> entries) {
  /// A clock that shows less has never been set since the meter was made: 2022-08-31T12:46:40Z.
  public static final long CLOCK_SET_SINCE_MILLIS = 1_661_950_000_000L;
  public static final PowerLossLog EMPTY = new PowerLossLog(List.of());

  public PowerLossLog {
    entries = List.copyOf(entries);
  }

  /// Whether a stamp comes from a clock that had been set, or counts from the meter's first start (1970).
  public static boolean isClockSet(long deviceMillis) {
    return deviceMillis >= CLOCK_SET_SINCE_MILLIS;
  }

  /// The entries of a clock that had been set, ms since 1970.
  public List<Long> deviceMillis() {
    return entries.stream().filter(PowerLossLog::isClockSet).toList();
  }

  /// The entries of a clock that had never been set, ms since the meter's first start.
  public List<Long> unsetClockMillis() {
    return entries.stream().filter(entry -> !isClockSet(entry)).toList();
  }

  /// Boots before the clock was ever set.
  public int unsetClockBoots() {
    return unsetClockMillis().size();
  }

  /// All boots, those with an unset clock included.
  public int boots() {
    return entries.size();
  }
}
