package org.semcollector.app.task;

/// What long work reports and asks. Called often and from any thread; must be cheap.
public interface Progress {
  /// Reports to nobody and is never cancelled.
  Progress NONE = new Progress() {
    @Override
    public void at(long done, long total) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  };

  /// How far the work is, in its own unit.
  ///
  /// @param total the end, or -1 when it is not known
  void at(long done, long total);

  /// Whether the work should stop at its next safe point. Threads are never interrupted: an interrupt inside the
  /// database closes its file for everyone.
  boolean cancelled();
}
