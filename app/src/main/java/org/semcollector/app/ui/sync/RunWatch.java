package org.semcollector.app.ui.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.semcollector.app.sync.SyncListener;
import org.semcollector.app.task.Pace;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;

/// Follows a run from its threads and tells the screen, a few times a second at most.
final class RunWatch {
  private final Tasks tasks;
  private final Consumer<State> shown;
  private final Pace speed = new Pace();
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile boolean paused;
  private volatile long done;
  private volatile long total;
  private volatile String waiting = "";

  /// What is known now.
  ///
  /// @param waiting why the run waits; empty when it does not
  record State(long done, long total, OptionalDouble perSecond, Optional<Duration> left, String waiting) {}

  /// @param shown told on the screen's thread
  RunWatch(Tasks tasks, Consumer<State> shown, boolean paused) {
    this.tasks = tasks;
    this.shown = shown;
    this.paused = paused;
  }

  void pause(boolean wanted) {
    paused = wanted;
  }

  SyncListener on(Progress progress) {
    return new SyncListener() {
      @Override
      public void at(long now, long all) {
        done = now;
        total = all;
        waiting = "";
        speed.at(now, System.nanoTime());
        progress.at(now, all);
        tell();
      }

      @Override
      public void waiting(String reason) {
        waiting = reason;
        tell();
      }

      @Override
      public boolean paused() {
        return paused;
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  /// One update waits for the screen at a time; it shows what is known when its turn comes.
  private void tell() {
    if (told.compareAndSet(false, true)) {
      tasks.onScreen(() -> {
        told.set(false);
        shown.accept(new State(done, total, speed.perSecond(), speed.left(total), waiting));
      });
    }
  }
}
