package org.semcollector.app.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Instants as ISO 8601 with offset: "2026-11-20T14:03:12.250+01:00", "Z" in UTC. Made for rows in the order of time: the
/// date and the offset are worked out when they change, not for each row.
final class TimeText {
  private static final long DAY = 86_400_000;
  private static final int DATE = 10;

  private final ZoneRules rules;
  private final boolean millis;
  private final byte[] date = new byte[DATE];
  private long day = Long.MIN_VALUE;
  private long offsetFrom = Long.MAX_VALUE;
  private long offsetTo = Long.MIN_VALUE;
  private long offsetMillis;
  private byte[] offsetText = {};

  /// @param millis whether three digits of the second follow, also when they are zero
  TimeText(ZoneId zone, boolean millis) {
    this.rules = zone.getRules();
    this.millis = millis;
  }

  /// Writes an instant of the years 0 to 9999.
  ///
  /// @return the place after it
  int put(byte[] into, int at, long epochMillis) {
    if (epochMillis < offsetFrom || epochMillis >= offsetTo)
      findOffset(epochMillis);
    long local = epochMillis + offsetMillis;
    long itsDay = Math.floorDiv(local, DAY);
    if (itsDay != day)
      findDate(itsDay);
    int rest = (int) (local - itsDay * DAY);
    System.arraycopy(date, 0, into, at, DATE);
    int place = at + DATE;
    into[place++] = 'T';
    place = Digits.padded(into, place, rest / 3_600_000, 2);
    into[place++] = ':';
    place = Digits.padded(into, place, rest / 60_000 % 60, 2);
    into[place++] = ':';
    place = Digits.padded(into, place, rest / 1000 % 60, 2);
    if (millis) {
      into[place++] = '.';
      place = Digits.padded(into, place, rest % 1000, 3);
    }
    System.arraycopy(offsetText, 0, into, place, offsetText.length);
    return place + offsetText.length;
  }

  private void findOffset(long epochMillis) {
    Instant instant = Instant.ofEpochMilli(epochMillis);
    ZoneOffset offset = rules.getOffset(instant);
    ZoneOffsetTransition before = rules.previousTransition(instant.plusMillis(1));
    ZoneOffsetTransition after = rules.nextTransition(instant);
    offsetFrom = before == null ? Long.MIN_VALUE : before.getInstant().toEpochMilli();
    offsetTo = after == null ? Long.MAX_VALUE : after.getInstant().toEpochMilli();
    offsetMillis = offset.getTotalSeconds() * 1000L;
    offsetText = offset.getId().getBytes(StandardCharsets.US_ASCII);
  }

  private void findDate(long epochDay) {
    LocalDate found = LocalDate.ofEpochDay(epochDay);
    if (found.getYear() < 0 || found.getYear() > 9999)
      throw new IllegalArgumentException("a time in the year " + found.getYear());
    Digits.padded(date, 0, found.getYear(), 4);
    date[4] = '-';
    Digits.padded(date, 5, found.getMonthValue(), 2);
    date[7] = '-';
    Digits.padded(date, 8, found.getDayOfMonth(), 2);
    day = epochDay;
  }
}
