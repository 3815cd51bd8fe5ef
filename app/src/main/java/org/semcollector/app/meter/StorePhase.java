package org.semcollector.app.meter;

import java.util.List;
import java.util.Optional;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection.Applied;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.readout.DecodedReadout;

/// Stores what was read, reads it back, and refuses to go on when anything is doubtful.
final class StorePhase {
  private final VisitContext visit;
  private final ReadingStore readings;

  StorePhase(VisitContext visit, ReadingStore readings) {
    this.visit = visit;
    this.readings = readings;
  }

  /// Returns only when the journal and the store both gave back every reading.
  StoredProof store(FirstRead first) throws JournalException, VisitStopped {
    visit.step(CollectStep.SAVE, VisitStage.READING);
    Applied applied = visit.log().add(new VisitFact.ReadoutComplete(visit.clock().instant()));
    requireStore();
    StoredProof proof = proof(first);
    VisitStage stage = VisitStage.stored(proof.found());
    int expected = first.readings().size();
    if (proof.found() < expected || applied.newReadings() + applied.knownReadings() < expected) {
      throw visit.stop(stage, "advice.rebuild", visit.sentences().text("store.count", proof.found(), expected));
    }
    requireUnderstood(first, stage);
    if (!visit.log().gives(List.of(first.telemetry(), first.losses()))) {
      throw visit.stop(stage, "advice.rebuild", visit.sentences().text("journal.unread"));
    }
    return proof;
  }

  /// Stops the visit when the store could not take what the journal has.
  void requireStore() throws VisitStopped {
    Optional<StoreException> failure = visit.log().storeFailure();
    if (failure.isPresent())
      throw stop(failure.get());
  }

  private VisitStopped stop(StoreException failure) {
    return new VisitStopped(Ending.partly(CollectSentences.join(
        visit.sentences().text("store", failure.getMessage()), visit.sentences().text("advice.rebuild"))));
  }

  private StoredProof proof(FirstRead first) throws VisitStopped {
    try {
      return StoredProof.of(readings, visit.request().ssid(), first.readings());
    } catch (StoreException e) {
      throw stop(e);
    }
  }

  private void requireUnderstood(FirstRead first, VisitStage stage) throws VisitStopped {
    if (first.decoded() instanceof DecodedReadout.Malformed(var endpoint, int offset, String reason, var decoded)) {
      VisitStage reached = decoded.readings().isEmpty() && !first.telemetry().body().isEmpty()
          ? VisitStage.READING
          : stage;
      throw visit.stop(reached, "advice.powercycle", visit.sentences().text("malformed",
          visit.sentences().body(endpoint), offset, reason));
    }
  }
}
