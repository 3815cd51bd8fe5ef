package org.semcollector.app.cli;

import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Ssid;

/// A visit's steps on standard error: on a terminal one redrawn line with live bytes, elsewhere a line a step.
final class StepLines implements CollectListener, AutoCloseable {
  private static final long REDRAW_BYTES = 32 * 1024;

  private final Console console;
  private final Ssid ssid;
  private final Progress stopping;
  private final Thread stopped = Thread.ofPlatform().unstarted(this::sayStopped);
  private boolean open;

  /// Ctrl-C ends the program, which is safe at any moment.
  StepLines(Console console, Ssid ssid) {
    this.console = console;
    this.ssid = ssid;
    this.stopping = Progress.NONE;
    Runtime.getRuntime().addShutdownHook(stopped);
  }

  /// The visit ends when it is asked to stop.
  StepLines(Console console, Ssid ssid, Progress stopping) {
    this.console = console;
    this.ssid = ssid;
    this.stopping = stopping;
  }

  @Override
  public void step(CollectStep step) {
    show(words(step) + " …");
  }

  @Override
  public Progress bytes(CollectStep step) {
    return new Progress() {
      private long shown;

      @Override
      public void at(long done, long total) {
        if (!console.terminal() || done - shown < REDRAW_BYTES)
          return;
        shown = done;
        show(words(step) + " " + done / 1024 + " KiB");
      }

      @Override
      public boolean cancelled() {
        return stopping.cancelled();
      }
    };
  }

  private void show(String text) {
    if (console.terminal()) {
      console.err().print("\r\u001b[K" + ssid + ": " + text);
      console.err().flush();
      open = true;
    } else {
      console.err().println(ssid + ": " + text);
    }
  }

  /// Ctrl-C is safe at any moment, and says so.
  private void sayStopped() {
    console.err().println();
    console.err().println(ssid + ": stopped. What had arrived is kept in the journal, the rest is still on the meter. "
        + "Collect again.");
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(stopped);
    } catch (IllegalStateException e) {
      // the program is ending: the sentence is being said
    }
    end();
  }

  /// Takes the live line away.
  void end() {
    if (open) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
    open = false;
  }

  private static String words(CollectStep step) {
    return switch (step) {
      case JOIN -> "joining";
      case IDENTIFY -> "identifying";
      case DOWNLOAD -> "reading";
      case OUTAGE_LOG -> "reading the outage log";
      case SAVE -> "saving";
      case SET_CLOCK -> "setting the clock";
      case CHECK -> "checking";
      case ERASE -> "erasing";
      case LEAVE -> "leaving";
    };
  }
}
