package org.semcollector.app.firmware;

import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.task.Progress;

/// Follows one update. Called from the thread that updates.
public interface FirmwareListener {
  /// A step begins.
  void step(FirmwareStep step);

  /// Follows the visit before the firmware is sent, and the one after.
  CollectListener visit();

  /// Told the bytes sent; asked whether to cancel, which is possible as long as they are sent.
  Progress sending();

  /// Follows nothing, cancels nothing.
  FirmwareListener NONE = new FirmwareListener() {
    @Override
    public void step(FirmwareStep step) {}

    @Override
    public CollectListener visit() {
      return CollectListener.NONE;
    }

    @Override
    public Progress sending() {
      return Progress.NONE;
    }
  };
}
