package org.semcollector.app.ui.firmware;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.semcollector.app.firmware.FirmwareListener;
import org.semcollector.app.firmware.FirmwareStep;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;

/// Carries an update's steps and the sent share of the image to the screen, the share at most ten times a second.
final class UpdateWatch implements FirmwareListener {
  private static final long SPACING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int ALL = 100;

  // asked whether to cancel
  private final Progress update;
  private final Tasks tasks;
  private final Consumer<FirmwareStep> onStep;
  private final IntConsumer onPercent;

  UpdateWatch(Progress update, Tasks tasks, Consumer<FirmwareStep> onStep, IntConsumer onPercent) {
    this.update = update;
    this.tasks = tasks;
    this.onStep = onStep;
    this.onPercent = onPercent;
  }

  @Override
  public void step(FirmwareStep step) {
    update.at(Arrays.asList(FirmwareStep.values()).indexOf(step), FirmwareStep.values().length);
    tasks.onScreen(() -> onStep.accept(step));
  }

  @Override
  public CollectListener visit() {
    return new CollectListener() {
      @Override
      public void step(CollectStep step) {}

      @Override
      public Progress bytes(CollectStep step) {
        return new Cancelling();
      }
    };
  }

  @Override
  public Progress sending() {
    return new Sent();
  }

  /// Says whether the update is to be cancelled.
  private class Cancelling implements Progress {
    @Override
    public void at(long done, long total) {}

    @Override
    public boolean cancelled() {
      return update.cancelled();
    }
  }

  /// Tells how much of the image was sent.
  private final class Sent extends Cancelling {
    private long shownAt = System.nanoTime() - SPACING_NANOS;

    @Override
    public void at(long done, long total) {
      long now = System.nanoTime();
      if (total <= 0 || (now - shownAt < SPACING_NANOS && done != total))
        return;
      shownAt = now;
      int percent = (int) (done * ALL / total);
      tasks.onScreen(() -> onPercent.accept(percent));
    }
  }
}
