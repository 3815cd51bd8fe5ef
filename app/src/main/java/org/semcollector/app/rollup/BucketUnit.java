package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// How long a bucket is, in a zone's calendar: days of a change to summer time have 23 hours.
public enum BucketUnit {
  HOUR, DAY, MONTH;

  /// Start of the bucket that holds an instant.
  public Instant floor(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    return switch (this) {
      case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAY -> local.toLocalDate().atStartOfDay(zone).toInstant();
      case MONTH -> local.toLocalDate().withDayOfMonth(1).atStartOfDay(zone).toInstant();
    };
  }

  /// Start of the next bucket.
  public Instant next(Instant start, ZoneId zone) {
    ZonedDateTime local = start.atZone(zone);
    return switch (this) {
      case HOUR -> floor(start.plus(1, ChronoUnit.HOURS), zone);
      case DAY -> local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
      case MONTH -> local.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant();
    };
  }
}
