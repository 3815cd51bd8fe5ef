package org.semcollector.app.correct;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Up to where a meter is settled.
///
/// @param readings how many readings it had
/// @param stretches how many stretches
/// @param way in which way, see [Way#fingerprint]
record SettledMark(long readings, int stretches, String way) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18}) (\\d{1,9}) ([0-9a-f]{64})");

  /// Empty for a text that is none: then everything is settled again.
  static Optional<SettledMark> parse(String text) {
    Matcher fields = FORM.matcher(text);
    return fields.matches()
        ? Optional.of(new SettledMark(Long.parseLong(fields.group(1)), Integer.parseInt(fields.group(2)),
            fields.group(3)))
        : Optional.empty();
  }

  String text() {
    return readings + " " + stretches + " " + way;
  }
}
