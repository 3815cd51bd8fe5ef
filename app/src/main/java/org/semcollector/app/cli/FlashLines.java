package org.semcollector.app.cli;

import org.semcollector.app.firmware.FirmwareListener;
import org.semcollector.app.firmware.FirmwareStep;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Ssid;

/// An update's steps on standard error.
final class FlashLines implements FirmwareListener, AutoCloseable {
  private static final long TENTHS = 10;

  private final Console console;
  private final Ssid ssid;
  private final StepLines steps;

  FlashLines(Console console, Ssid ssid) {
    this.console = console;
    this.ssid = ssid;
    this.steps = new StepLines(console, ssid);
  }

  @Override
  public void step(FirmwareStep step) {
    say(switch (step) {
      case JOIN -> "joining …";
      case CHECK -> "asking what runs …";
      case COLLECT -> "collecting before anything else …";
      case SEND -> "sending the firmware; do not switch the meter off …";
      case RESTART -> "waiting for the restart …";
      case SET_CLOCK -> "setting the clock again …";
    });
  }

  @Override
  public CollectListener visit() {
    return steps;
  }

  @Override
  public Progress sending() {
    return new Progress() {
      private long shown;

      @Override
      public void at(long done, long total) {
        long tenth = total <= 0 ? 0 : done * TENTHS / total;
        if (tenth > shown) {
          shown = tenth;
          say(done / 1024 + " of " + total / 1024 + " KiB sent");
        }
      }

      // never: Ctrl-C ends the program; the meter then keeps its old firmware, or the next run asks it first
      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }

  private void say(String text) {
    console.err().println(ssid + ": " + text);
  }

  @Override
  public void close() {
    steps.close();
  }
}
