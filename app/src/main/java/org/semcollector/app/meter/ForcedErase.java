package org.semcollector.app.meter;

import org.semcollector.app.journal.JournalException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

/// Erases a meter whose readings cannot all be made safe, because somebody wants it so. What it still gives is kept in
/// the journal as it comes; whether it is empty afterwards is looked at all the same.
final class ForcedErase {
  private final VisitContext visit;
  private final KnownTokens known;
  private boolean erased;

  ForcedErase(VisitContext visit, CollectStores stores) {
    this.visit = visit;
    this.known = new KnownTokens(stores.meters(), visit.sentences());
  }

  Ending run() {
    VisitStage stage = VisitStage.READING;
    try {
      new ReadPhase(visit).version();
      Identity identity = Identity.ask(visit.talk(), visit.sentences());
      known.check(visit.request(), identity.token());
      Bytes body = given(Endpoint.TELEMETRY);
      Bytes log = given(Endpoint.POWER_LOSS_LOG);
      visit.step(CollectStep.ERASE, stage);
      identity.confirm(CollectStep.ERASE);
      visit.log().add(new VisitFact.EraseSent(visit.clock().instant()));
      stage = VisitStage.FORCED;
      boolean answered = new ErasePhase(visit, identity, body, log, stage).erase();
      erased = true;
      return Ending.done(visit.sentences().text(answered ? "done.forced" : "done.forced.unanswered"));
    } catch (VisitStopped e) {
      return e.ending();
    } catch (OtherMeterException e) {
      return visit.ending(stage, "advice.again", e.getMessage());
    } catch (JournalException e) {
      return stage.ending(CollectSentences.join(visit.sentences().text("journal", e.getMessage()),
          stage.sentence(visit.sentences())));
    } catch (MeterException e) {
      return stage.ending(CollectSentences.join(visit.sentences().broken(e), stage.sentence(visit.sentences()),
          visit.sentences().advice(e.kind())));
    }
  }

  /// Whether the meter was seen empty after the request.
  boolean erased() {
    return erased;
  }

  /// What arrives, even if it breaks off: the journal has it.
  private Bytes given(Endpoint endpoint) throws JournalException {
    try {
      VisitFact.Received received = visit.talk().ask(endpoint, CollectStep.DOWNLOAD);
      return received.status() == 200 ? received.body() : Bytes.EMPTY;
    } catch (MeterException e) {
      return e.received();
    }
  }
}
