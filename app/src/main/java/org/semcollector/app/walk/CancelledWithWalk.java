package org.semcollector.app.walk;

import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.task.Progress;

/// Follows a visit for somebody else and cancels it when the walk is.
record CancelledWithWalk(CollectListener follower, Progress walk) implements CollectListener {
  @Override
  public void step(CollectStep step) {
    follower.step(step);
  }

  @Override
  public Progress bytes(CollectStep step) {
    Progress visit = follower.bytes(step);
    return new Progress() {
      @Override
      public void at(long done, long total) {
        visit.at(done, total);
      }

      @Override
      public boolean cancelled() {
        return walk.cancelled() || visit.cancelled();
      }
    };
  }
}
