package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.semcollector.app.chart.Period;
import org.semcollector.app.store.MeterRow;

/// Periods that are chosen often.
public enum Preset {
  TODAY, LAST_7_DAYS, THIS_MONTH, LAST_12_MONTHS, THIS_YEAR, EVERYTHING;

  /// The period, as seen now.
  Period period(List<MeterRow> meters, Instant now, ZoneId zone) {
    return switch (this) {
      case TODAY -> Period.around(Period.Kind.DAY, now, zone);
      case LAST_7_DAYS -> Period.lastDays(7, now, zone);
      case THIS_MONTH -> Period.around(Period.Kind.MONTH, now, zone);
      case LAST_12_MONTHS -> Period.around(Period.Kind.TWELVE_MONTHS, now, zone);
      case THIS_YEAR -> Period.around(Period.Kind.YEAR, now, zone);
      case EVERYTHING -> everything(meters, now, zone);
    };
  }

  /// From the first to the last reading of some meters; without readings the present year.
  static Period everything(List<MeterRow> meters, Instant now, ZoneId zone) {
    List<Instant> times = meters.stream()
        .flatMap(meter -> java.util.stream.Stream.concat(meter.firstMeasuredAt().stream(),
            meter.lastMeasuredAt().stream()))
        .sorted(Comparator.naturalOrder()).toList();
    return times.isEmpty()
        ? Period.around(Period.Kind.YEAR, now, zone)
        : Period.all(times.getFirst(), times.getLast(), zone);
  }
}
