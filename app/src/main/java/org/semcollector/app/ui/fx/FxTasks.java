package org.semcollector.app.ui.fx;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;

/// Runs work on virtual threads and answers on the screen's thread. Must be used from the screen's thread.
public final class FxTasks implements Tasks {
  private final ObservableList<Task<?>> running = FXCollections.observableArrayList();
  private final ObservableList<Task<?>> runningView = FXCollections.unmodifiableObservableList(running);

  /// What runs now, for showing.
  public ObservableList<Task<?>> running() {
    return runningView;
  }

  @Override
  public <T> Handle run(String name, Work<T> work, Consumer<? super T> succeeded, Consumer<? super Throwable> failed) {
    CooperativeTask<T> task = new CooperativeTask<>(name, work);
    running.add(task);
    task.setOnSucceeded(_ -> {
      running.remove(task);
      succeeded.accept(task.getValue());
    });
    task.setOnFailed(_ -> {
      running.remove(task);
      failed.accept(task.getException());
    });
    Thread.ofVirtual().name(name).start(task);
    return task::stop;
  }

  @Override
  public void onScreen(Runnable update) {
    Platform.runLater(update);
  }

  /// A task that is only ever asked to stop: it ends when its work does, with the work's result.
  private static final class CooperativeTask<T> extends Task<T> {
    private final Work<T> work;
    private volatile boolean stopping;

    CooperativeTask(String name, Work<T> work) {
      this.work = work;
      updateTitle(name);
    }

    void stop() {
      stopping = true;
    }

    @Override
    protected T call() throws Exception {
      return work.call(new Progress() {
        @Override
        public void at(long done, long total) {
          updateProgress(done, total);
        }

        @Override
        public boolean cancelled() {
          return stopping;
        }
      });
    }

    /// Neither interrupts nor abandons: an interrupt inside the database closes its file for everyone, and work that is
    /// abandoned could not say what it kept.
    @Override
    public boolean cancel(boolean interrupt) {
      stop();
      return false;
    }
  }
}
