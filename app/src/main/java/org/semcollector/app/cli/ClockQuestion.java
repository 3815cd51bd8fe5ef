package org.semcollector.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.semcollector.app.laptopclock.ClockVerdict;
import org.semcollector.app.laptopclock.LaptopClock;

/// Asks at the terminal whether this computer's clock is right when that is in doubt, before a meter's is set by it. A
/// script is not asked: the meter's clock is then left alone unless an option says that the computer's is right.
final class ClockQuestion {
  private ClockQuestion() {}

  static void askIfDoubtful(Console console, Services services) {
    LaptopClock clock = services.laptopClock();
    ClockVerdict verdict = clock.verdict();
    if (!(verdict instanceof ClockVerdict.Doubtful) || !console.terminal())
      return;
    console.err().println(clock.reason(verdict));
    console.err().print("It shows " + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(services.locale()).format(services.clock().instant().atZone(services.zone()))
        + ". Is that right? [y/N] ");
    console.err().flush();
    if (isYes(line(console)))
      clock.confirm();
  }

  private static boolean isYes(String answer) {
    String said = answer.strip().toLowerCase(Locale.ROOT);
    return said.equals("y") || said.equals("yes");
  }

  private static String line(Console console) {
    try {
      String line = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }
}
