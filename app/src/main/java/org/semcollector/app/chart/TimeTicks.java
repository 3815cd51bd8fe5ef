package org.semcollector.app.chart;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Labels along a time axis, at round times on the clock face and in the calendar.
public final class TimeTicks {
  /// A label at a time.
  public record Tick(Instant at, String label) {}

  private enum Step {
    HOUR(1, ChronoUnit.HOURS, "HH:mm"), HOURS_3(3, ChronoUnit.HOURS, "HH:mm"), HOURS_6(6, ChronoUnit.HOURS,
        "HH:mm"), HOURS_12(12, ChronoUnit.HOURS, "HH:mm"), DAY(1, ChronoUnit.DAYS, "d MMM"), DAYS_2(2, ChronoUnit.DAYS,
            "d MMM"), WEEK(7, ChronoUnit.DAYS, "d MMM"), MONTH(1, ChronoUnit.MONTHS, "LLL"), QUARTER(3,
                ChronoUnit.MONTHS, "LLL yyyy"), YEAR(12, ChronoUnit.MONTHS, "yyyy"), YEARS_5(60, ChronoUnit.MONTHS,
                    "yyyy");

    private final int count;
    private final ChronoUnit unit;
    private final String pattern;

    Step(int count, ChronoUnit unit, String pattern) {
      this.count = count;
      this.unit = unit;
      this.pattern = pattern;
    }

    double seconds() {
      return (double) count * unit.getDuration().toSeconds();
    }

    LocalDateTime floor(LocalDateTime at) {
      return switch (unit) {
        case HOURS -> at.truncatedTo(ChronoUnit.DAYS).plusHours(at.getHour() / count * (long) count);
        case DAYS -> at.truncatedTo(ChronoUnit.DAYS).minusDays(Math.floorMod(at.toLocalDate().toEpochDay() - 4, count));
        default -> at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1)
            .minusMonths(Math.floorMod(at.getYear() * 12L + at.getMonthValue() - 1, count));
      };
    }

    String label(LocalDateTime at, Locale locale) {
      boolean midnight = unit == ChronoUnit.HOURS && at.getHour() == 0;
      boolean january = this == MONTH && at.getMonthValue() == 1;
      return DateTimeFormatter.ofPattern(midnight ? "d MMM" : january ? "LLL yyyy" : pattern, locale).format(at);
    }
  }

  private TimeTicks() {}

  /// At most so many labels.
  ///
  /// @param most 1 or more
  public static List<Tick> between(Instant from, Instant to, int most, ZoneId zone, Locale locale) {
    double seconds = (to.toEpochMilli() - from.toEpochMilli()) / 1000.0;
    Step step = Step.YEARS_5;
    for (Step candidate : Step.values()) {
      if (seconds / candidate.seconds() <= most) {
        step = candidate;
        break;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    LocalDateTime at = step.floor(LocalDateTime.ofInstant(from, zone));
    for (Instant instant = at.atZone(zone).toInstant(); instant.isBefore(to); instant = at.atZone(zone).toInstant()) {
      if (!instant.isBefore(from))
        ticks.add(new Tick(instant, step.label(at, locale)));
      at = at.plus(step.count, step.unit);
    }
    return ticks;
  }
}
