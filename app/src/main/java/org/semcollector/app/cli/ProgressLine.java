package org.semcollector.app.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import org.semcollector.app.task.Pace;
import org.semcollector.app.task.Progress;

/// Progress of long work on standard error: one redrawn line on a terminal, a line per tenth elsewhere.
final class ProgressLine implements Progress, AutoCloseable {
  private static final int BAR = 30;

  private final Console console;
  private final String name;
  private long shownTenth = -1;
  private int shownPercent = -1;
  private String shownSpeed = "";
  private final Pace pace = new Pace();
  private boolean open;

  ProgressLine(Console console, String name) {
    this.console = console;
    this.name = name;
  }

  @Override
  public synchronized void at(long done, long total) {
    if (total <= 0)
      return;
    int percent = (int) (Math.min(done, total) * 100 / total);
    pace.at(done, System.nanoTime());
    if (console.terminal()) {
      String speed = speed(total);
      if (percent == shownPercent && speed.equals(shownSpeed))
        return;
      shownPercent = percent;
      int filled = percent * BAR / 100;
      String rest = " ".repeat(Math.max(0, shownSpeed.length() - speed.length()));
      shownSpeed = speed;
      open = true;
      console.err().print("\r" + name + " [" + "█".repeat(filled) + " ".repeat(BAR - filled) + "] " + percent + " %"
          + speed + rest);
      console.err().flush();
    } else if (percent / 10 != shownTenth) {
      shownTenth = percent / 10;
      console.err().println(name + " " + percent + " %" + speed(total));
    }
  }

  private String speed(long total) {
    OptionalDouble perSecond = pace.perSecond();
    return perSecond.isEmpty()
        ? ""
        : String.format(Locale.ROOT, ", %,.0f/s", perSecond.getAsDouble())
            + pace.left(total).map(left -> ", " + time(left) + " left").orElse("");
  }

  private static String time(Duration time) {
    return time.toMinutes() == 0 ? time.toSeconds() + " s" : time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }

  /// Never: Ctrl-C ends the program, which is safe at any moment.
  @Override
  public boolean cancelled() {
    return false;
  }

  /// Leaves the line, so that results start on their own.
  synchronized void end() {
    if (open)
      console.err().println();
    open = false;
  }

  @Override
  public void close() {
    end();
  }
}
