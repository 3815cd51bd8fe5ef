package org.semcollector.app.cli;

import org.semcollector.app.task.Progress;

/// Progress of long work on standard error: one redrawn line on a terminal, a line per tenth elsewhere.
final class ProgressLine implements Progress, AutoCloseable {
  private static final int BAR = 30;

  private final Console console;
  private final String name;
  private long shownTenth = -1;
  private int shownPercent = -1;
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
    if (console.terminal()) {
      if (percent == shownPercent)
        return;
      shownPercent = percent;
      open = true;
      int filled = percent * BAR / 100;
      console.err().print("\r" + name + " [" + "█".repeat(filled) + " ".repeat(BAR - filled) + "] " + percent + " %");
      console.err().flush();
    } else if (percent / 10 != shownTenth) {
      shownTenth = percent / 10;
      console.err().println(name + " " + percent + " %");
    }
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
