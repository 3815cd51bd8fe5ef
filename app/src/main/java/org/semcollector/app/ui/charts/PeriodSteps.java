package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.semcollector.app.chart.Period;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;

/// Which periods can be gone to from the one that is shown.
///
/// @param period the one shown
/// @param meters the meters shown
/// @param zone whose days are counted
record PeriodSteps(Period period, List<MeterRow> meters, Instant now, ZoneId zone) {
  PeriodSteps {
    meters = List.copyOf(meters);
  }

  /// Whether the period holds the present, so that there is no next one.
  boolean isNewest() {
    return period.range(zone).to().isAfter(now);
  }

  /// The period of the same kind that holds the present.
  Period present() {
    return switch (period.kind()) {
      case ALL -> Preset.everything(meters, now, zone);
      case DAYS -> Period.lastDays((int) period.days(), now, zone);
      default -> Period.around(period.kind(), now, zone);
    };
  }

  /// The period that holds the newest reading; empty without readings.
  Optional<Period> newestReading() {
    return lastReading().map(last -> switch (period.kind()) {
      case ALL, DAYS -> Period.around(Period.Kind.MONTH, last, zone);
      default -> Period.around(period.kind(), last, zone);
    });
  }

  /// A day, week, month or year: the one around the newest reading of the period shown now, or around its start.
  Period around(Period.Kind kind) {
    if (kind == Period.Kind.ALL)
      return Preset.everything(meters, now, zone);
    Instant start = period.range(zone).from();
    Instant end = period.range(zone).to();
    Instant around = lastReadings().filter(at -> !at.isBefore(start) && at.isBefore(end))
        .max(Comparator.naturalOrder()).orElse(start);
    return Period.around(kind, around, zone);
  }

  /// What opens with a bar: a year, a month, a week, a day; an hour stays closed.
  Optional<Period> inside(BucketUnit bar, Instant from) {
    return switch (bar) {
      case YEAR -> Optional.of(Period.around(Period.Kind.YEAR, from, zone));
      case MONTH -> Optional.of(Period.around(Period.Kind.MONTH, from, zone));
      case WEEK -> Optional.of(Period.around(Period.Kind.WEEK, from, zone));
      case DAY -> Optional.of(Period.around(Period.Kind.DAY, from, zone));
      case HOUR -> Optional.empty();
    };
  }

  /// From a day to its month, from a month to its year, from a year to everything; empty from there.
  Optional<Period> above() {
    return period.above().map(kind -> kind == Period.Kind.ALL
        ? Preset.everything(meters, now, zone)
        : Period.around(kind, period.range(zone).from(), zone));
  }

  /// The larger periods the shown one lies in, largest first, and itself.
  List<Period> path() {
    List<Period> path = new ArrayList<>(List.of(period));
    Optional<Period.Kind> above = period.above();
    while (above.isPresent() && above.get() != Period.Kind.ALL) {
      Period larger = Period.around(above.get(), path.getFirst().range(zone).from(), zone);
      path.addFirst(larger);
      above = larger.above();
    }
    return path;
  }

  Optional<Instant> lastReading() {
    return lastReadings().max(Comparator.naturalOrder());
  }

  private Stream<Instant> lastReadings() {
    return meters.stream().flatMap(meter -> meter.lastMeasuredAt().stream());
  }
}
