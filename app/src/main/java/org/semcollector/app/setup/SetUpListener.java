package org.semcollector.app.setup;

import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.task.Progress;

/// Follows one set-up: the visit before it, the token, and the visit after it. Called from the thread that sets up.
public interface SetUpListener extends CollectListener {
  /// The token is about to be sent.
  void storeToken();

  /// The meter is about to be asked for it.
  void readToken();

  /// Follows only the visits.
  static SetUpListener of(CollectListener visits) {
    return new SetUpListener() {
      @Override
      public void step(CollectStep step) {
        visits.step(step);
      }

      @Override
      public Progress bytes(CollectStep step) {
        return visits.bytes(step);
      }

      @Override
      public void storeToken() {}

      @Override
      public void readToken() {}
    };
  }
}
