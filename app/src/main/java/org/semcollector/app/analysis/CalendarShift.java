package org.semcollector.app.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How a period finds the one it is compared with: by the calendar, never by milliseconds. It goes back by months or by
/// days.
///
/// @param months how many months back, 0 for a shift by days
/// @param days how many days back, 0 for a shift by months
public record CalendarShift(int months, int days) {
  /// The same dates of the year before. 29 February has no counterpart in a common year.
  public static final CalendarShift YEAR = months(12);
  /// 52 weeks before: nearly the same season, the same days of the week.
  public static final CalendarShift YEAR_BY_WEEKDAY = days(52 * 7);
  /// The same days of the month before. The 31st has no counterpart after a short month.
  public static final CalendarShift MONTH = months(1);
  public static final CalendarShift WEEK = days(7);
  public static final CalendarShift DAY = days(1);

  public CalendarShift {
    if (months < 0 || days < 0 || (months > 0) == (days > 0))
      throw new IllegalArgumentException("a shift goes back by months or by days: " + months + ", " + days);
  }

  public static CalendarShift months(int count) {
    return new CalendarShift(count, 0);
  }

  public static CalendarShift days(int count) {
    return new CalendarShift(0, count);
  }

  /// The period just before one: whole months and years by the calendar, else as many days.
  ///
  /// @param first first day of the period
  /// @param end the day after its last
  public static CalendarShift previous(LocalDate first, LocalDate end) {
    if (!first.isBefore(end))
      throw new IllegalArgumentException("a period from " + first + " to " + end);
    long months = ChronoUnit.MONTHS.between(first, end);
    return first.getDayOfMonth() == 1 && first.plusMonths(months).equals(end)
        ? months(Math.toIntExact(months))
        : days(Math.toIntExact(ChronoUnit.DAYS.between(first, end)));
  }

  /// The day that a day is compared with; empty when the calendar has no such day.
  public Optional<LocalDate> of(LocalDate day) {
    LocalDate before = back(day);
    return days > 0 || before.getDayOfMonth() == day.getDayOfMonth() ? Optional.of(before) : Optional.empty();
  }

  /// Where a period starts or ends whose counterpart starts or ends at a day. The counterpart of a day that the
  /// calendar does not have is the first day after it.
  public LocalDate boundary(LocalDate day) {
    return of(day).orElseGet(() -> back(day).plusDays(1));
  }

  private LocalDate back(LocalDate day) {
    return day.minusMonths(months).minusDays(days);
  }
}
