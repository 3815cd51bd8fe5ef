package org.semcollector.app.meter;

import java.time.Clock;
import org.semcollector.app.laptopclock.LaptopClock;

/// What every part of one visit works with.
record VisitContext(
    CollectRequest request, MeterTalk talk, VisitLog log, CollectListener listener, Clock clock, Pause pause,
    CollectSentences sentences, LaptopClock laptopClock) {
  /// Tells the listener of a step and stops the visit when it is no longer wanted.
  void step(CollectStep step, VisitStage stage) throws VisitStopped {
    listener.step(step);
    stopIfCancelled(step, stage);
  }

  void stopIfCancelled(CollectStep step, VisitStage stage) throws VisitStopped {
    if (listener.bytes(step).cancelled())
      throw new VisitStopped(cancelled(stage));
  }

  /// The ending of a visit that was cancelled.
  Ending cancelled(VisitStage stage) {
    Ending ending = ending(stage, "advice.again", sentences.text("broken.CANCELLED"));
    return new Ending(ending.state(), "cancelled", ending.sentence());
  }

  /// What happened, whether the data are safe, what to do.
  Ending ending(VisitStage stage, String adviceKey, String what) {
    return stage.ending(CollectSentences.join(what, stage.sentence(sentences), sentences.text(adviceKey)));
  }

  VisitStopped stop(VisitStage stage, String adviceKey, String what) {
    return new VisitStopped(ending(stage, adviceKey, what));
  }
}
