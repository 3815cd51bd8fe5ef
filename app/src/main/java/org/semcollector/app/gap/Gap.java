package org.semcollector.app.gap;

import java.time.Duration;
import java.time.Instant;
import org.semcollector.protocol.meter.Ssid;

/// Time of a meter that no reading covers, and why.
///
/// @param from when it begins
/// @param to when it ends; the present for what goes on
/// @param cause why
/// @param boots how often the meter started in it, as far as its log tells
/// @param state whether it can still be had
public record Gap(Ssid ssid, Instant from, Instant to, Cause cause, int boots, State state) {
  /// Why time is missing.
  public enum Cause {
    /// The meter was without power.
    OUTAGE,
    /// The meter ran, but lost its power before it saved: the energy of this time, less than a save period, is lost.
    UNSAVED_HOUR,
    /// The collector restarted the meter to update its firmware: what it had not saved is lost.
    RESTART,
    /// The meter was not read since.
    NOT_COLLECTED,
    /// Readings were erased before they were read here.
    LOST_BY_RESET,
    /// The flash had no room: the meter ran but could not save.
    MEMORY_FULL,
    /// The meter was set up anew, under another token, in between.
    METER_REPLACED,
    /// The meter did not know the time: how long it was off cannot be told.
    CLOCK_NEVER_SET,
    /// Readings are missing though the meter ran and no evidence tells why.
    UNKNOWN,
    /// Nothing is missing: the times around it are known no better.
    UNCERTAIN_TIME,
    /// Nothing is missing: the meter saved late, the next reading has the energy.
    LATE_SAVE
  }

  /// Whether missing time can still be had.
  public enum State {
    /// The meter has it, or may: collect it.
    RECOVERABLE,
    /// Whoever erased the meter may have it.
    ELSEWHERE,
    /// Nobody has it.
    LOST,
    /// There is nothing to be had: no reading was ever due, or none is missing.
    COMPLETE
  }

  public Gap {
    if (!from.isBefore(to))
      throw new IllegalArgumentException("a gap without time");
  }

  /// How long it is.
  public Duration length() {
    return Duration.between(from, to);
  }

  /// The part of it between two times; to be asked only where they meet.
  Gap within(Instant start, Instant end) {
    return new Gap(ssid, from.isAfter(start) ? from : start, to.isBefore(end) ? to : end, cause, boots, state);
  }

  boolean meets(Instant start, Instant end) {
    return from.isBefore(end) && start.isBefore(to);
  }
}
