package org.semcollector.protocol.clock;

/// Whether an outage can have been when somebody says it was.
public sealed interface PinCheck {
  /// Nothing speaks against it.
  record Possible() implements PinCheck {}

  /// It cannot be.
  ///
  /// @param reason the kind of contradiction
  /// @param sentence what contradicts it, with times in the meter's zone
  record Refused(Reason reason, String sentence) implements PinCheck {}

  /// Kinds of contradictions.
  enum Reason {
    /// The power would have come back before it went.
    ENDS_BEFORE_IT_BEGINS,
    /// The meter logged no such boot.
    NO_BOOT,
    /// The clock ran ahead or back in a way that outages do not explain.
    CLOCK_NOT_TRUSTED,
    /// It would have lasted longer than all that the clock lags at the end.
    TOO_LONG,
    /// The meter saved a reading while the power was off.
    OVERLAPS_READINGS,
    /// The meter would have had power long enough to save readings that it does not have.
    READINGS_MISSING,
    /// Another pin says otherwise.
    CONTRADICTS_PIN
  }
}
