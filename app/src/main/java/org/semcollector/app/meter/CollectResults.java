package org.semcollector.app.meter;

import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// Results from what a visit left behind.
final class CollectResults {
  private CollectResults() {}

  static CollectResult of(Ssid ssid, Ending ending, VisitLog log, CollectRun run) {
    int added = log.newReadings();
    return new CollectResult(ssid, ending.state(), added, Math.max(0, run.readings() - added), run.erased(),
        Optional.of(log.location()), run.proof().flatMap(StoredProof::first), run.proof().flatMap(StoredProof::last),
        run.first().map(first -> first.log().boots()).orElse(0), run.first().flatMap(FirstRead::clockLag),
        ending.sentence());
  }

  static CollectResult ofErase(Ssid ssid, Ending ending, VisitLog log, boolean erased) {
    return new CollectResult(ssid, ending.state(), 0, 0, erased, Optional.of(log.location()), Optional.empty(),
        Optional.empty(), 0, Optional.empty(), ending.sentence());
  }
}
