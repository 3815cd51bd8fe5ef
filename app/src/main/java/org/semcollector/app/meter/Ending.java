package org.semcollector.app.meter;

import org.semcollector.app.meter.CollectResult.State;

/// How a visit ends.
///
/// @param outcome "done", "partly", "failed" or "cancelled"
record Ending(State state, String outcome, String sentence) {
  static Ending done(String sentence) {
    return new Ending(State.DONE, "done", sentence);
  }

  static Ending partly(String sentence) {
    return new Ending(State.PARTLY, "partly", sentence);
  }

  static Ending failed(String sentence) {
    return new Ending(State.FAILED, "failed", sentence);
  }
}
