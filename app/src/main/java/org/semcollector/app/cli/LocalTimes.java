package org.semcollector.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times and lengths in tables for people.
final class LocalTimes {
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private LocalTimes() {}

  static String minute(Instant at, ZoneId zone) {
    return MINUTES.format(at.atZone(zone));
  }

  /// "45 s", "12 min", "5 h 20 min", "3 d 4 h".
  static String length(Duration length) {
    Duration size = length.abs();
    if (size.toMinutes() == 0)
      return size.toSeconds() + " s";
    if (size.toHours() == 0)
      return size.toMinutes() + " min";
    return size.toDays() == 0
        ? size.toHours() + " h " + size.toMinutesPart() + " min"
        : size.toDays() + " d " + size.toHoursPart() + " h";
  }
}
