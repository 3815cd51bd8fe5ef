package org.semcollector.app.meter;

import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// Results from what a visit left behind.
final class CollectResults {
  private CollectResults() {}

  /// The journal did not let the visit begin.
  static CollectResult notBegun(Ssid ssid, String sentence) {
    return new CollectResult(ssid, CollectResult.State.FAILED, 0, 0, false, Optional.empty(), Optional.empty(),
        Optional.empty(), 0, Optional.empty(), sentence);
  }

  static CollectResult of(Ssid ssid, Ending ending, VisitLog log, CollectRun run) {
    int added = log.newReadings();
    return new CollectResult(ssid, ending.state(), added, Math.max(0, run.readings() - added), run.erased(),
        Optional.of(log.location()), run.proof().flatMap(StoredProof::first), run.proof().flatMap(StoredProof::last),
        run.first().map(first -> first.log().boots()).orElse(0), run.first().flatMap(FirstRead::clockLag),
        ending.sentence());
  }
}
