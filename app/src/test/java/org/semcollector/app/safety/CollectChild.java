package org.semcollector.app.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.store.VisitProjection.Applied;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.meter.Ssid;

/// A program of its own that collects one meter and can be killed. It says on its output what it has reached; in step
/// mode it then waits for a byte on its input.
final class CollectChild {
  private final boolean stepwise;
  private boolean begun;
  private int boundary;

  private CollectChild(boolean stepwise) {
    this.stepwise = stepwise;
  }

  /// @param args folder, ssid, address, laptop's time, "stepwise" or "freely"
  public static void main(String[] args) throws Exception {
    var child = new CollectChild(args[4].equals("stepwise"));
    var ssid = new Ssid(args[1]);
    try (var laptop = Laptop.with(new TestTime(Instant.parse(args[3]))).journal(child::watched)
        .projection(projection -> (visit, fact) -> {
          Applied applied = projection.apply(visit, fact);
          if (applied.newReadings() + applied.knownReadings() > 0)
            child.say("SAFE " + applied.newReadings());
          child.reached("applied " + fact.getClass().getSimpleName());
          return applied;
        }).in(Path.of(args[0]))) {
      child.say("STORED " + laptop.stored(ssid).size());
      laptop.catchUp();
      CollectResult result = laptop.collect(ssid, URI.create(args[2]), ErasePolicy.WHEN_PROVEN, CollectListener.NONE);
      child.say("END " + result.state() + " " + result.erased() + " " + result.sentence());
    }
  }

  private Journal watched(Journal journal) {
    return new JournalWatch(journal) {
      @Override
      void begun() {
        begun = true;
        reached("begun");
      }

      @Override
      void kept(VisitFact fact) {
        reached("kept " + fact.getClass().getSimpleName());
      }
    };
  }

  private void reached(String what) {
    if (!begun)
      return;
    say("AT " + ++boundary + " " + what);
    if (!stepwise)
      return;
    try {
      if (System.in.read() < 0)
        throw new IllegalStateException("nobody there any more");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
