package org.semcollector.app.chart;

import java.time.Instant;
import java.util.Optional;

/// Why a bucket has no readings, as far as the stored readings tell.
public enum GapCause {
  /// The bucket has not begun.
  FUTURE,
  /// Before the oldest reading of the meter.
  BEFORE_FIRST,
  /// After the newest reading: the meter may hold more.
  NOT_COLLECTED,
  /// Between readings: the meter was without power, or its records were lost.
  NO_READINGS;

  /// What is known of a meter's readings in time.
  ///
  /// @param first measured time of the oldest reading, empty when there is none
  /// @param last measured time of the newest reading
  /// @param now the present
  public record Known(Optional<Instant> first, Optional<Instant> last, Instant now) {
    /// Why a bucket from `from` to `to` without readings is empty.
    public GapCause of(Instant from, Instant to) {
      if (!from.isBefore(now))
        return FUTURE;
      if (last.isEmpty() || !from.isBefore(last.get()))
        return NOT_COLLECTED;
      return first.isPresent() && !to.isAfter(first.get()) ? BEFORE_FIRST : NO_READINGS;
    }
  }
}
