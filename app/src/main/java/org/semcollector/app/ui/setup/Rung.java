package org.semcollector.app.ui.setup;

import java.util.ArrayList;
import java.util.List;

/// A rung of the ladder of a set-up.
record Rung(Kind kind, State state) {
  /// The steps, in order.
  enum Kind {
    JOIN, COLLECT, ERASE, TOKEN, READ_BACK, CLOCK, NOTE
  }

  /// Where the set-up stands with one.
  enum State {
    AHEAD, RUNNING, PASSED, STOPPED, NOT_NEEDED
  }

  /// Nothing began yet.
  static List<Rung> none() {
    return List.of(Kind.values()).stream().map(kind -> new Rung(kind, State.AHEAD)).toList();
  }

  /// The ladder when a step begins: those before it are done, and those that were never begun were not needed.
  static List<Rung> at(List<Rung> ladder, Kind running) {
    List<Rung> now = new ArrayList<>();
    for (Rung rung : ladder) {
      int order = rung.kind().compareTo(running);
      State state = order > 0
          ? State.AHEAD
          : order == 0
              ? State.RUNNING
              : rung.state() == State.AHEAD || rung.state() == State.NOT_NEEDED ? State.NOT_NEEDED : State.PASSED;
      now.add(new Rung(rung.kind(), state));
    }
    return now;
  }

  /// The ladder at the end.
  ///
  /// @param whole whether everything was proven
  static List<Rung> ended(List<Rung> ladder, boolean whole) {
    return ladder.stream().map(rung -> new Rung(rung.kind(), switch (rung.state()) {
      case RUNNING -> whole ? State.PASSED : State.STOPPED;
      case AHEAD -> whole ? State.NOT_NEEDED : State.AHEAD;
      case PASSED, STOPPED, NOT_NEEDED -> rung.state();
    })).toList();
  }
}
