package org.semcollector.app.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a walk is told.
final class WalkOptions {
  private static final int MOST_MISHAPS = 50;

  @Option(names = "--site", paramLabel = "S", description = "With --watch: the meters noted at this place are the route; ends when all of them were visited or given up, and says which are missing.")
  @Nullable
  String site;

  @Option(names = "--every", paramLabel = "D", description = "With --watch: no meter is visited again before this time, 30m, 12h or 2d (default: 12h).")
  @Nullable
  String every;

  @Option(names = "--again", description = "With --watch: meters that failed and were given up are tried again.")
  boolean again;

  @Option(names = "--mishaps", paramLabel = "P", defaultValue = "0", description = "With --watch --simulated: so many of a hundred meters are out of order, each in another way (0 to 50).")
  int mishaps;

  boolean isGiven() {
    return site != null || every != null || again || mishaps != 0;
  }

  Duration every(Duration standard) throws CliException {
    if (every == null)
      return standard;
    String text = every.strip().toUpperCase(Locale.ROOT);
    try {
      Duration duration = Duration.parse(text.endsWith("D") ? "P" + text : "PT" + text);
      if (duration.isPositive())
        return duration;
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new CliException(ExitCode.USAGE, "«" + every + "» is not a time; write 30m, 12h or 2d.");
  }

  int mishaps() throws CliException {
    if (mishaps < 0 || mishaps > MOST_MISHAPS)
      throw new CliException(ExitCode.USAGE, "--mishaps takes 0 to 50, not " + mishaps + ".");
    return mishaps;
  }
}
