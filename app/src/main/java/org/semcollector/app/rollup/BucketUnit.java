package org.semcollector.app.rollup;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;

/// How long a bucket is, in a zone's calendar: days of a change to summer time have 23 hours.
public enum BucketUnit {
  /// From full hour to full hour on the clock face; where clocks change in between, two parts.
  HOUR,
  /// From midnight to midnight.
  DAY,
  /// From Monday to Monday, as ISO 8601 counts weeks.
  WEEK,
  /// From the first of a month to the first of the next.
  MONTH,
  /// From the first of January to the first of the next.
  YEAR;

  private static final long HOUR_SECONDS = 3600;

  /// Start of the bucket that holds an instant.
  public Instant floor(Instant instant, ZoneId zone) {
    return this == HOUR ? hour(instant, zone) : startOfDay(firstDay(date(instant, zone)), zone);
  }

  /// First day of the bucket that holds a day; the day itself for hours and days.
  public LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case HOUR, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /// Start of the next bucket.
  public Instant next(Instant start, ZoneId zone) {
    LocalDate first = firstDay(date(start, zone));
    return switch (this) {
      case HOUR -> nextHour(start, zone);
      case DAY -> startOfDay(first.plusDays(1), zone);
      case WEEK -> startOfDay(first.plusWeeks(1), zone);
      case MONTH -> startOfDay(first.plusMonths(1), zone);
      case YEAR -> startOfDay(first.plusYears(1), zone);
    };
  }

  /// Where clocks change at midnight the day starts after the change.
  private static Instant startOfDay(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static LocalDate date(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate();
  }

  private static Instant hour(Instant instant, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(instant);
    Instant full = fullHour(instant, offset);
    if (zone.getRules().getOffset(full).equals(offset))
      return full;
    ZoneOffsetTransition change = zone.getRules().previousTransition(instant.plusNanos(1));
    return change != null && change.getInstant().isAfter(full) ? change.getInstant() : full;
  }

  private static Instant fullHour(Instant instant, ZoneOffset offset) {
    long local = instant.getEpochSecond() + offset.getTotalSeconds();
    return Instant.ofEpochSecond(local - Math.floorMod(local, HOUR_SECONDS) - offset.getTotalSeconds());
  }

  private static Instant nextHour(Instant start, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(start);
    Instant full = fullHour(start, offset).plusSeconds(HOUR_SECONDS);
    if (zone.getRules().getOffset(full).equals(offset))
      return full;
    ZoneOffsetTransition change = zone.getRules().nextTransition(start);
    return change != null && change.getInstant().isBefore(full) ? change.getInstant() : full;
  }
}
