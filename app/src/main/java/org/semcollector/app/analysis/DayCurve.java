package org.semcollector.app.analysis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.rollup.Bucket;

/// How power went through one day without a gap.
///
/// @param day the day
/// @param hourlyW mean power of each hour, from midnight on; 23 or 25 of them on days when clocks change
public record DayCurve(LocalDate day, List<Double> hourlyW) {
  public DayCurve {
    hourlyW = List.copyOf(hourlyW);
  }

  /// The day that holds a moment; empty when any hour of it is missing, not over or measured in part only.
  ///
  /// @param hours hourly buckets of one meter or of all together, oldest first
  public static Optional<DayCurve> around(Instant at, List<Bucket> hours, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    List<Bucket> full = Power.complete(hours.stream()
        .filter(hour -> !hour.from().isBefore(from) && !hour.to().isAfter(to)).toList());
    Duration known = full.stream().map(hour -> Duration.between(hour.from(), hour.to())).reduce(Duration.ZERO,
        Duration::plus);
    return known.equals(Duration.between(from, to))
        ? Optional.of(new DayCurve(day, full.stream().map(Power::meanW).toList()))
        : Optional.empty();
  }
}
