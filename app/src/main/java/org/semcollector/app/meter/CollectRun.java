package org.semcollector.app.meter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.Bytes;

/// One visit, step by step. Every step leaves the journal and the meter in a state from which the next visit simply
/// works, whether this one ends by itself, by a failure, by a cancel or by a kill.
final class CollectRun {
  private final VisitContext visit;
  private final KnownTokens known;
  private final StorePhase store;
  private final ClockPhase clock;
  private VisitStage stage = VisitStage.READING;
  private @Nullable FirstRead first;
  private @Nullable StoredProof proof;
  private boolean erased;

  CollectRun(VisitContext visit, CollectStores stores) {
    this.visit = visit;
    this.known = new KnownTokens(stores.meters(), visit.sentences());
    this.store = new StorePhase(visit, stores.readings());
    this.clock = new ClockPhase(visit);
  }

  /// How the visit ended; never throws.
  Ending run() {
    try {
      return steps();
    } catch (VisitStopped e) {
      return e.ending();
    } catch (OtherMeterException e) {
      return visit.ending(stage, "advice.again", e.getMessage());
    } catch (JournalException e) {
      return stage.ending(CollectSentences.join(visit.sentences().text("journal", e.getMessage()),
          stage.sentence(visit.sentences())));
    } catch (MeterException e) {
      return broken(e);
    }
  }

  Optional<FirstRead> first() {
    return Optional.ofNullable(first);
  }

  Optional<StoredProof> proof() {
    return Optional.ofNullable(proof);
  }

  /// Readings of the meter that are safe here.
  int readings() {
    return stage.readings();
  }

  /// Whether the meter was seen empty after the erase request.
  boolean erased() {
    return erased;
  }

  private Ending steps() throws VisitStopped, OtherMeterException, JournalException, MeterException {
    var reading = new ReadPhase(visit);
    Optional<Bytes> version = reading.version();
    Identity identity = Identity.ask(visit.talk(), visit.sentences());
    known.check(visit.request(), identity.token());
    FirstRead read = reading.readings(version);
    identity.confirm(CollectStep.OUTAGE_LOG);
    first = read;
    proof = store.store(read);
    stage = VisitStage.stored(read.readings().size());
    var second = new SecondRead(visit, store, identity, read);
    visit.step(CollectStep.SET_CLOCK, stage);
    String problem = setClock(identity, read, second);
    if (read.readings().isEmpty() && second.body().isEmpty()) {
      return problem == null ? doneEmpty(read) : clockProblem(problem);
    }
    if (visit.request().erase() == ErasePolicy.NEVER) {
      return problem == null ? Ending.done(done("done.kept")) : clockProblem(problem);
    }
    return erase(identity, read, second, problem);
  }

  /// The wrong meter's clock must not be set: that would destroy what its times can be corrected by.
  private @Nullable String setClock(Identity identity, FirstRead read, SecondRead second)
      throws VisitStopped, OtherMeterException, JournalException, MeterException {
    String doubt = clock.doubt(read);
    if (doubt != null)
      throw visit.stop(stage, "laptop.advice", doubt);
    identity.confirm(CollectStep.SET_CLOCK);
    if (!identity.isUnique()) {
      second.readTelemetry(CollectStep.SET_CLOCK);
      stage = second.stage();
    }
    boolean erasedFirst = read.isFull() && visit.request().erase() == ErasePolicy.WHEN_PROVEN;
    return erasedFirst ? visit.sentences().text("clock.full") : clock.set();
  }

  private Ending erase(Identity identity, FirstRead read, SecondRead second, @Nullable String clockProblem)
      throws VisitStopped, OtherMeterException, JournalException, MeterException {
    if (!read.hasLog()) {
      throw visit.stop(stage, "advice.powercycle", visit.sentences().text("log.missing", read.losses().status()));
    }
    visit.step(CollectStep.CHECK, stage);
    try {
      second.read();
    } finally {
      stage = second.stage();
    }
    visit.step(CollectStep.ERASE, stage);
    visit.log().add(new VisitFact.EraseSent(visit.clock().instant()));
    stage = stage.erasing();
    boolean answered = new ErasePhase(visit, identity, second).erase();
    erased = true;
    // a full meter cannot store a time: with room again it can
    String problem = clockProblem == null ? null : clock.set();
    if (problem != null) {
      return Ending.partly(CollectSentences.join(visit.sentences().text("clock.after.erase"), problem,
          visit.sentences().text("count.safe"), visit.sentences().text("advice.again")));
    }
    return Ending.done(done(answered ? "done.erased" : "done.erased.unanswered"));
  }

  private Ending doneEmpty(FirstRead read) {
    return Ending.done(visit.sentences().text("done.empty", read.log().boots()));
  }

  private String done(String key) {
    int added = visit.log().newReadings();
    int known = Math.max(0, stage.readings() - added);
    return visit.sentences().text(key, visit.sentences().text("count.new", added, known),
        visit.sentences().text("count.safe"));
  }

  private Ending clockProblem(String problem) {
    return visit.ending(stage, "advice.again", problem);
  }

  private Ending broken(MeterException failure) {
    if (failure.kind() == MeterException.Kind.CANCELLED)
      return visit.cancelled(stage);
    return stage.ending(CollectSentences.join(visit.sentences().broken(failure), stage.sentence(visit.sentences()),
        visit.sentences().advice(failure.kind())));
  }
}
