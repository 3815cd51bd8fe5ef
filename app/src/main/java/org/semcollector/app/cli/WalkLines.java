package org.semcollector.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.task.Progress;
import org.semcollector.app.walk.WalkEvent;
import org.semcollector.app.walk.WalkListener;
import org.semcollector.protocol.meter.Ssid;

/// A walk on standard error: what is done, what to do, and who is missing.
final class WalkLines implements WalkListener {
  private static final int MOST_NAMES = 5;

  private final Console console;
  private final Progress stopping;
  private @Nullable StepLines steps;

  WalkLines(Console console, Progress stopping) {
    this.console = console;
    this.stopping = stopping;
  }

  @Override
  public CollectListener visit(Ssid meter) {
    end();
    var visit = new StepLines(console, meter, stopping);
    steps = visit;
    return visit;
  }

  @Override
  public void on(WalkEvent event) {
    switch (event) {
      case WalkEvent.Heard _,WalkEvent.Visiting _,WalkEvent.Ended _ -> {
      }
      case WalkEvent.Visited(var result, boolean again, var route) -> say(result.ssid() + ": " + result.sentence()
          + (again ? " It is tried again." : "") + " [" + WalkOutput.totals(route) + "]");
      case WalkEvent.Staying(var meters, var in) -> say("Stay here: " + names(meters) + " failed and is tried again in "
          + Math.max(1, in.toSeconds()) + " s.");
      case WalkEvent.WalkOn(var missing) -> say(missing.isEmpty()
          ? "Walk on: nothing is left to do here."
          : "Walk on: nothing is left to do here. Still missing: " + names(missing) + ".");
      case WalkEvent.Trouble(String sentence) -> say(sentence);
    }
  }

  /// Takes the live line away.
  void end() {
    StepLines open = steps;
    steps = null;
    if (open != null)
      open.end();
  }

  private void say(String sentence) {
    end();
    console.err().println(sentence);
  }

  private static String names(List<Ssid> meters) {
    String first = String.join(", ", meters.stream().limit(MOST_NAMES).map(Ssid::value).toList());
    return meters.size() <= MOST_NAMES ? first : first + " and " + (meters.size() - MOST_NAMES) + " more";
  }
}
