package org.semcollector.app.ui.collect;

import org.semcollector.app.meter.CollectStep;

/// A rung of the step ladder.
public record StepItem(CollectStep step, State state) {
  /// Where the visit stands with it.
  public enum State {
    AHEAD, RUNNING, PASSED, STOPPED
  }
}
