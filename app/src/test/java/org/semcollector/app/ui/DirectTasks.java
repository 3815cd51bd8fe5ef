package org.semcollector.app.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;

/// Runs work at once, or when told to, on the caller's thread.
public final class DirectTasks implements Tasks {
  private final Deque<Runnable> held = new ArrayDeque<>();
  public final List<String> names = new ArrayList<>();
  public boolean holding;
  public boolean cancelled;

  @Override
  public <T> Handle run(String name, Work<T> work, Consumer<? super T> succeeded, Consumer<? super Throwable> failed) {
    names.add(name);
    Runnable job = () -> perform(work, succeeded, failed);
    if (holding)
      held.add(job);
    else
      job.run();
    return () -> cancelled = true;
  }

  @Override
  public void onScreen(Runnable update) {
    update.run();
  }

  /// Does the oldest held work.
  public void goOn() {
    held.remove().run();
  }

  private <T> void perform(Work<T> work, Consumer<? super T> succeeded, Consumer<? super Throwable> failed) {
    T outcome;
    try {
      outcome = work.call(new Progress() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
          return cancelled;
        }
      });
    } catch (Exception e) {
      failed.accept(e);
      return;
    }
    succeeded.accept(outcome);
  }
}
