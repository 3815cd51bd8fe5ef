package org.semcollector.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/// Times and zones as people type them.
final class TimeOption {
  private TimeOption() {}

  /// A date (start of that day in the zone), a local date and time, or an instant with offset.
  static Instant instant(String text, ZoneId zone) throws CliException {
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}"))
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      if (text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")) {
        return java.time.OffsetDateTime.parse(text).toInstant();
      }
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw new CliException(ExitCode.USAGE, "«" + text + "» is not a time; write 2026-11-20 or 2026-11-20T14:00:00Z.");
    }
  }

  static ZoneId zone(String text) throws CliException {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new CliException(ExitCode.USAGE, "«" + text + "» is not a zone; write Europe/Berlin or +01:00.");
    }
  }
}
