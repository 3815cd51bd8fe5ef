package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/// How long a bucket is, in a zone's calendar: days of a change to summer time have 23 hours.
public enum BucketUnit {
  /// From full hour to full hour on the clock face; where clocks change in between, two parts.
  HOUR,
  /// From midnight to midnight.
  DAY,
  /// From the first of a month to the first of the next.
  MONTH;

  /// Start of the bucket that holds an instant.
  public Instant floor(Instant instant, ZoneId zone) {
    return switch (this) {
      case HOUR -> hour(instant, zone);
      case DAY -> date(instant, zone).atStartOfDay(zone).toInstant();
      case MONTH -> date(instant, zone).withDayOfMonth(1).atStartOfDay(zone).toInstant();
    };
  }

  /// Start of the next bucket.
  public Instant next(Instant start, ZoneId zone) {
    return switch (this) {
      case HOUR -> nextHour(start, zone);
      case DAY -> date(start, zone).plusDays(1).atStartOfDay(zone).toInstant();
      case MONTH -> date(start, zone).withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant();
    };
  }

  private static LocalDate date(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate();
  }

  private static Instant hour(Instant instant, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(instant);
    Instant full = instant.atOffset(offset).truncatedTo(ChronoUnit.HOURS).toInstant();
    ZoneOffsetTransition change = zone.getRules().previousTransition(instant.plusNanos(1));
    return change != null && change.getInstant().isAfter(full) ? change.getInstant() : full;
  }

  private static Instant nextHour(Instant start, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(start);
    Instant full = start.atOffset(offset).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
    ZoneOffsetTransition change = zone.getRules().nextTransition(start);
    return change != null && change.getInstant().isBefore(full) ? change.getInstant() : full;
  }
}
