package org.semcollector.app.ui.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/// Times as people type them, to the minute: "2026-11-20 09:00".
final class TypedTime {
  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
      .withResolverStyle(ResolverStyle.STRICT);

  private TypedTime() {}

  static String text(Instant at, ZoneId zone) {
    return FORM.format(at.atZone(zone));
  }

  /// Empty for a text that is none.
  static Optional<Instant> parse(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(text.strip(), FORM).atZone(zone).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
