package org.semcollector.app.meter;

import java.io.Serial;

/// A visit cannot go on, for a reason that was put into a sentence.
final class VisitStopped extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  private final transient Ending ending;

  VisitStopped(Ending ending) {
    super(ending.sentence());
    this.ending = ending;
  }

  Ending ending() {
    return ending;
  }
}
