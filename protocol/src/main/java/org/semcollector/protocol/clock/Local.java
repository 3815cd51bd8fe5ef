package org.semcollector.protocol.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the people around a meter would say them.
final class Local {
  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Local() {}

  static String time(ClockProblem problem, Instant at) {
    return FORMAT.format(at.atZone(problem.zone()));
  }

  static String time(ClockProblem problem, long millis) {
    return time(problem, Instant.ofEpochMilli(millis));
  }

  /// "2 h 05 min".
  static String length(long millis) {
    Duration length = Duration.ofMillis(Math.abs(millis));
    String sign = millis < 0 && length.toMinutes() > 0 ? "-" : "";
    return length.toHours() == 0
        ? sign + length.toMinutes() + " min"
        : String.format(Locale.ROOT, "%s%d h %02d min", sign, length.toHours(), length.toMinutesPart());
  }
}
