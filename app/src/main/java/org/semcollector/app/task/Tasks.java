package org.semcollector.app.task;

import java.util.function.Consumer;

/// The one seam between a view model and long work. The window runs work on a virtual thread and answers on its own
/// thread; tests run it at once.
public interface Tasks {
  /// Starts the work under a name users can read ("Collecting SEM-…").
  ///
  /// @return a handle to cancel it with
  <T> Handle run(String name, Work<T> work, Consumer<? super T> succeeded, Consumer<? super Throwable> failed);

  /// Does something on the thread that owns the screen, soon; used to publish progress.
  void onScreen(Runnable update);

  /// Work that reports progress and asks whether it is still wanted.
  interface Work<T> {
    T call(Progress progress) throws Exception;
  }

  /// Running work.
  interface Handle {
    /// Asks the work to stop at its next safe point.
    void cancel();
  }
}
