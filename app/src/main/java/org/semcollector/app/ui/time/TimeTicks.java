package org.semcollector.app.ui.time;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Names places on a time axis: midnights, hours, months, as coarse as the room asks for.
///
/// @param zone whose calendar counts
record TimeTicks(ZoneId zone, Locale locale) {
  private static final List<Step> STEPS = List.of(new Step(1, ChronoUnit.HOURS), new Step(3, ChronoUnit.HOURS),
      new Step(6, ChronoUnit.HOURS), new Step(12, ChronoUnit.HOURS), new Step(1, ChronoUnit.DAYS),
      new Step(2, ChronoUnit.DAYS), new Step(7, ChronoUnit.DAYS), new Step(14, ChronoUnit.DAYS),
      new Step(1, ChronoUnit.MONTHS), new Step(3, ChronoUnit.MONTHS), new Step(1, ChronoUnit.YEARS),
      new Step(5, ChronoUnit.YEARS));

  /// A named time.
  record Tick(Instant at, String label) {}

  private record Step(int amount, ChronoUnit unit) {
    long millis() {
      return unit.getDuration().toMillis() * amount;
    }
  }

  /// @param most how many names there is room for, at least 1
  List<Tick> in(TimeWindow window, int most) {
    Step step = STEPS.stream().filter(each -> window.length().toMillis() / each.millis() < most).findFirst()
        .orElse(STEPS.getLast());
    var ticks = new ArrayList<Tick>();
    ZonedDateTime at = start(window.from().atZone(zone), step);
    while (!at.toInstant().isAfter(window.to())) {
      if (!at.toInstant().isBefore(window.from()))
        ticks.add(new Tick(at.toInstant(), label(at, step)));
      at = next(at, step);
    }
    return ticks;
  }

  private static ZonedDateTime start(ZonedDateTime from, Step step) {
    ZonedDateTime day = from.with(LocalTime.MIDNIGHT);
    return switch (step.unit()) {
      case MONTHS -> day.withDayOfMonth(1).withMonth((from.getMonthValue() - 1) / step.amount() * step.amount() + 1);
      case YEARS -> day.withDayOfYear(1);
      default -> day;
    };
  }

  /// Hours are those of the calendar: after a change of the clocks noon is noon again.
  private static ZonedDateTime next(ZonedDateTime at, Step step) {
    if (step.unit() != ChronoUnit.HOURS)
      return at.plus(step.amount(), step.unit());
    int hour = at.getHour() / step.amount() * step.amount() + step.amount();
    ZonedDateTime midnight = at.toLocalDate().plusDays(1).atStartOfDay(at.getZone());
    if (hour >= 24)
      return midnight;
    ZonedDateTime later = at.toLocalDate().atTime(hour, 0).atZone(at.getZone());
    return later.isAfter(at) ? later : at.plusHours(step.amount());
  }

  private String label(ZonedDateTime at, Step step) {
    boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
    return DateTimeFormatter.ofPattern(switch (step.unit()) {
      case HOURS -> midnight ? "d MMM" : "HH:mm";
      case MONTHS -> at.getMonthValue() == 1 ? "LLL yyyy" : "LLL";
      case YEARS -> "yyyy";
      default -> at.getDayOfMonth() <= step.amount() && at.getMonthValue() == 1 ? "d MMM yyyy" : "d MMM";
    }, locale).format(at);
  }
}
