package org.semcollector.app.cli;

import java.time.Instant;
import java.time.ZoneId;

/// "FROM..TO": when the power was off, as people type it.
///
/// @param from when it went
/// @param to when it came back
record PinOption(Instant from, Instant to) {
  private static final String BETWEEN = "..";

  /// @param zone of times without offset
  static PinOption parse(String text, ZoneId zone) throws CliException {
    int middle = text.indexOf(BETWEEN);
    if (middle < 0)
      throw new CliException(ExitCode.USAGE,
          "«" + text + "» is not FROM..TO; write 2026-11-20T09:00..2026-11-20T17:00.");
    Instant from = TimeOption.instant(text.substring(0, middle).strip(), zone);
    Instant to = TimeOption.instant(text.substring(middle + BETWEEN.length()).strip(), zone);
    if (!from.isBefore(to))
      throw new CliException(ExitCode.USAGE, "In «" + text + "» the power comes back before it goes.");
    return new PinOption(from, to);
  }
}
