package org.semcollector.app.ui.collect;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;

/// Carries a visit's steps and bytes to the screen, the bytes at most ten times a second.
final class VisitWatch implements CollectListener {
  private static final long SPACING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  /// Before this a rate says more about buffers than about the meter.
  private static final long STEADY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final double NANOS_PER_SECOND = 1e9;

  // asked whether to cancel
  private final Progress visit;
  private final Tasks tasks;
  private final Consumer<CollectStep> onStep;
  private final Consumer<Transfer> onBytes;

  VisitWatch(Progress visit, Tasks tasks, Consumer<CollectStep> onStep, Consumer<Transfer> onBytes) {
    this.visit = visit;
    this.tasks = tasks;
    this.onStep = onStep;
    this.onBytes = onBytes;
  }

  @Override
  public void step(CollectStep step) {
    visit.at(Arrays.asList(CollectStep.values()).indexOf(step), CollectStep.values().length);
    tasks.onScreen(() -> onStep.accept(step));
  }

  @Override
  public Progress bytes(CollectStep step) {
    return new Body(System.nanoTime());
  }

  private final class Body implements Progress {
    private final long start;
    private long shownAt;

    Body(long start) {
      this.start = start;
      this.shownAt = start - SPACING_NANOS;
    }

    @Override
    public void at(long done, long total) {
      long now = System.nanoTime();
      if (now - shownAt < SPACING_NANOS && done != total)
        return;
      shownAt = now;
      double rate = now - start < STEADY_NANOS ? 0 : done / ((now - start) / NANOS_PER_SECOND);
      Transfer transfer = new Transfer(done, total, rate);
      tasks.onScreen(() -> onBytes.accept(transfer));
    }

    @Override
    public boolean cancelled() {
      return visit.cancelled();
    }
  }
}
