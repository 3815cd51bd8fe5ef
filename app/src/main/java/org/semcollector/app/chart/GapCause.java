package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.gap.Gap;

/// Why a bucket has no readings.
public enum GapCause {
  /// The bucket has not begun.
  FUTURE,
  /// Before the oldest reading of the meter.
  BEFORE_FIRST,
  /// After the newest reading: the meter may hold more.
  NOT_COLLECTED,
  /// Between readings, and nothing tells why.
  NO_READINGS,
  /// The meter was without power.
  OUTAGE,
  /// The meter lost its power before it saved.
  UNSAVED,
  /// The collector restarted the meter, to update it.
  RESTART,
  /// Readings were erased before they were read here.
  LOST_BY_RESET,
  /// The meter had no room for more.
  MEMORY_FULL,
  /// Another meter took its place.
  METER_REPLACED,
  /// The meter did not know the time.
  CLOCK_NEVER_SET;

  /// Whether time is missing; else there was nothing to be had.
  public boolean isMissing() {
    return this != FUTURE && this != BEFORE_FIRST;
  }

  /// What is known of a meter's readings in time.
  ///
  /// @param first measured time of the oldest reading, empty when there is none
  /// @param last measured time of the newest reading
  /// @param now the present
  /// @param gaps what the ledger says of missing time
  public record Known(Optional<Instant> first, Optional<Instant> last, Instant now, List<Gap> gaps) {
    public Known {
      gaps = List.copyOf(gaps);
    }

    /// Without a ledger.
    public Known(Optional<Instant> first, Optional<Instant> last, Instant now) {
      this(first, last, now, List.of());
    }

    /// Why a bucket from `from` to `to` without readings is empty: the cause of its longest gap.
    public GapCause of(Instant from, Instant to) {
      if (!from.isBefore(now))
        return FUTURE;
      if (last.isEmpty() || !from.isBefore(last.get()))
        return NOT_COLLECTED;
      if (first.isPresent() && !to.isAfter(first.get()))
        return BEFORE_FIRST;
      return gaps.stream().filter(gap -> gap.from().isBefore(to) && from.isBefore(gap.to()))
          .max(Comparator.comparing((Gap gap) -> overlap(gap, from, to)))
          .map(gap -> GapCause.of(gap.cause())).orElse(NO_READINGS);
    }

    private static Duration overlap(Gap gap, Instant from, Instant to) {
      Instant start = gap.from().isAfter(from) ? gap.from() : from;
      return Duration.between(start, gap.to().isBefore(to) ? gap.to() : to);
    }
  }

  private static GapCause of(Gap.Cause cause) {
    return switch (cause) {
      case OUTAGE -> OUTAGE;
      case UNSAVED_HOUR -> UNSAVED;
      case RESTART -> RESTART;
      case NOT_COLLECTED -> NOT_COLLECTED;
      case LOST_BY_RESET -> LOST_BY_RESET;
      case MEMORY_FULL -> MEMORY_FULL;
      case METER_REPLACED -> METER_REPLACED;
      case CLOCK_NEVER_SET -> CLOCK_NEVER_SET;
      case UNKNOWN, UNCERTAIN_TIME, LATE_SAVE -> NO_READINGS;
    };
  }
}
