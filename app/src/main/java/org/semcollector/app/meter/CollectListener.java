package org.semcollector.app.meter;

import org.semcollector.app.task.Progress;

/// Follows one visit. Called from the thread that collects.
public interface CollectListener {
  /// Follows nothing, cancels nothing.
  CollectListener NONE = new CollectListener() {
    @Override
    public void step(CollectStep step) {}

    @Override
    public Progress bytes(CollectStep step) {
      return Progress.NONE;
    }
  };

  /// A step begins; steps that are not needed are skipped.
  void step(CollectStep step);

  /// Told the bytes of the body that is arriving now, and asked whether to cancel.
  Progress bytes(CollectStep step);
}
