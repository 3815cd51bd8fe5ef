package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// The hours of a zone, as [BucketUnit#HOUR] has them, by arithmetic: the zone's rules are asked once for each stretch
/// of time between two changes of its clocks.
final class HourGrid {
  private static final long HOUR_MILLIS = 3_600_000;

  private final ZoneRules rules;
  private long stretchFrom = Long.MAX_VALUE;
  private long stretchTo = Long.MIN_VALUE;
  private long offsetMillis;

  HourGrid(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /// Start of the hour that holds a time, ms since 1970.
  long floor(long millis) {
    moveTo(millis);
    return Math.max(stretchFrom, Math.floorDiv(millis + offsetMillis, HOUR_MILLIS) * HOUR_MILLIS - offsetMillis);
  }

  /// Start of the hour after the one that holds a time, ms since 1970.
  long next(long millis) {
    moveTo(millis);
    long hour = Math.floorDiv(millis + offsetMillis, HOUR_MILLIS);
    return Math.min(stretchTo, (hour + 1) * HOUR_MILLIS - offsetMillis);
  }

  private void moveTo(long millis) {
    if (millis >= stretchFrom && millis < stretchTo)
      return;
    Instant at = Instant.ofEpochMilli(millis);
    ZoneOffsetTransition before = rules.previousTransition(at.plusNanos(1));
    ZoneOffsetTransition after = rules.nextTransition(at);
    stretchFrom = before == null ? Long.MIN_VALUE : before.getInstant().toEpochMilli();
    stretchTo = after == null ? Long.MAX_VALUE : after.getInstant().toEpochMilli();
    offsetMillis = rules.getOffset(at).getTotalSeconds() * 1000L;
  }
}
