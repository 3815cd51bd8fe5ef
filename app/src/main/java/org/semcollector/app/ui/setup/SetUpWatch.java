package org.semcollector.app.ui.setup;

import java.util.function.Consumer;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.setup.SetUpListener;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;

/// Carries a set-up's steps to the ladder. The visit before the token and the one after it have the same steps, but not
/// the same rungs.
final class SetUpWatch implements SetUpListener {
  // asked whether to cancel
  private final Progress setUp;
  private final Tasks tasks;
  private final Consumer<Rung.Kind> onRung;
  private boolean tokenRead;

  SetUpWatch(Progress setUp, Tasks tasks, Consumer<Rung.Kind> onRung) {
    this.setUp = setUp;
    this.tasks = tasks;
    this.onRung = onRung;
  }

  @Override
  public void step(CollectStep step) {
    tell(tokenRead ? Rung.Kind.CLOCK : switch (step) {
      case JOIN -> Rung.Kind.JOIN;
      case ERASE -> Rung.Kind.ERASE;
      case IDENTIFY, DOWNLOAD, OUTAGE_LOG, SAVE, SET_CLOCK, CHECK -> Rung.Kind.COLLECT;
      case LEAVE -> Rung.Kind.NOTE;
    });
  }

  @Override
  public Progress bytes(CollectStep step) {
    return setUp;
  }

  @Override
  public void storeToken() {
    tell(Rung.Kind.TOKEN);
  }

  @Override
  public void readToken() {
    tokenRead = true;
    tell(Rung.Kind.READ_BACK);
  }

  private void tell(Rung.Kind kind) {
    tasks.onScreen(() -> onRung.accept(kind));
  }
}
