package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectResult.State;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitFact.EraseSent;
import org.semcollector.app.visit.VisitFact.Received;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.ReceivedRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The erase request leaves only when every byte the meter had is in the journal and in the database.
class NothingIsErasedBeforeProofIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");
  private static final String ERASE = "/reset";

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);

  private static List<String> paths(TestMeter meter) {
    return meter.server().requests().stream().map(ReceivedRequest::path).toList();
  }

  private static void assertUntouched(TestMeter meter) {
    assertFalse(paths(meter).contains(ERASE), paths(meter).toString());
    assertEquals(0, meter.meter().erasures());
  }

  @Test
  void whatIsErasedWasInJournalAndDatabaseBefore() throws Exception {
    var atErase = new ArrayList<Bytes>();
    try (var laptop = Laptop.with(time).journal(journal -> new JournalWatch(journal) {
      @Override
      void kept(VisitFact fact) throws JournalException {
        if (fact instanceof EraseSent)
          addTelemetry(facts(visits().getLast()), atErase);
      }
    }).in(folder); var meter = TestMeter.create(1, 30, NOW, time)) {
      Bytes everything = meter.telemetry();
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      assertEquals(State.DONE, result.state(), result.sentence());
      assertTrue(result.erased());
      assertEquals(1, meter.meter().erasures());
      assertEquals(List.of(everything, everything), atErase, "telemetry in the journal when the erase request left");
      meter.assertAllOnce(laptop.stored(meter.ssid()));
      List<String> paths = paths(meter);
      assertTrue(paths.indexOf(ERASE) > paths.lastIndexOf("/time"), paths.toString());
      assertEquals("/telemetry", paths.get(paths.indexOf(ERASE) - 1), "the last look is right before");
    }
  }

  @Test
  void whenTheDatabaseCannotTakeItNothingIsErasedAndTheJournalMakesItGood() throws Exception {
    try (var meter = TestMeter.create(2, 30, NOW, time)) {
      VisitProjection broken = (_, _) -> {
        throw new StoreException("The disk of the database is full.");
      };
      try (var laptop = Laptop.with(time).projection(_ -> broken).in(folder)) {
        CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

        assertEquals(State.PARTLY, result.state(), result.sentence());
        assertTrue(result.sentence().contains("The disk of the database is full."), result.sentence());
        assertTrue(result.sentence().contains("sem rebuild"), result.sentence());
        assertUntouched(meter);
        assertFalse(paths(meter).contains("/time"), paths(meter).toString());
        assertEquals(List.of(), laptop.stored(meter.ssid()));
      }
      try (var laptop = Laptop.with(time).in(folder)) {
        assertEquals(29, laptop.catchUp().newReadings());
        meter.assertAllOnce(laptop.stored(meter.ssid()));
      }
    }
  }

  @Test
  void whenTheDatabaseForgetsAReadingNothingIsErased() throws Exception {
    try (var laptop = Laptop.with(time).projection(projection -> (visit, fact) -> {
      boolean readings = fact instanceof Received received && received.endpoint() == Endpoint.TELEMETRY;
      if (readings || fact instanceof VisitFact.ReadoutComplete) {
        return new VisitProjection.Applied(29, 0); // says so, and does not
      }
      return projection.apply(visit, fact);
    }).in(folder); var meter = TestMeter.create(3, 30, NOW, time)) {
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      assertEquals(State.PARTLY, result.state(), result.sentence());
      assertTrue(result.sentence().contains("gave back 0 of the 29 readings"), result.sentence());
      assertUntouched(meter);
    }
  }

  static Stream<Class<? extends VisitFact>> facts() {
    return Stream.of(Received.class, VisitFact.ReadoutComplete.class, VisitFact.ClockSetSent.class,
        VisitFact.ClockSetConfirmed.class, EraseSent.class);
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whenTheJournalCannotKeepAFactNothingIsErased(Class<? extends VisitFact> fact) throws Exception {
    try (var laptop = Laptop.with(time).journal(journal -> new JournalWatch(journal) {
      @Override
      void keeping(VisitFact kept) throws JournalException {
        if (fact.isInstance(kept))
          throw new JournalException("The disk is full.");
      }
    }).in(folder); var meter = TestMeter.create(4, 30, NOW, time)) {
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      assertTrue(result.state() != State.DONE, result.sentence());
      assertTrue(result.sentence().contains("The disk is full."), result.sentence());
      assertUntouched(meter);
      boolean clockMayBeSet = fact == VisitFact.ClockSetConfirmed.class || fact == EraseSent.class;
      assertEquals(clockMayBeSet, paths(meter).contains("/time"), "no clock is set before that is written down");
    }
  }

  @Test
  void whenTheJournalGivesBackOtherBytesNothingIsErased() throws Exception {
    try (var laptop = Laptop.with(time).journal(journal -> new JournalWatch(journal) {
      @Override
      List<VisitFact> changed(List<VisitFact> facts) {
        return facts.stream().filter(fact -> !(fact instanceof Received received
            && received.endpoint() == Endpoint.TELEMETRY)).toList();
      }
    }).in(folder); var meter = TestMeter.create(5, 30, NOW, time)) {
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      assertEquals(State.PARTLY, result.state(), result.sentence());
      assertTrue(result.sentence().contains("does not give back"), result.sentence());
      assertUntouched(meter);
    }
  }

  @Test
  void aReadingSavedSinceTheFirstReadIsStoredBeforeTheErase() throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(6, 30, NOW, time)) {
      meter.serve(FaultPlan.parse("telemetry#2:grow@1"));
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      assertTrue(result.erased(), result.sentence());
      assertEquals(30, result.newReadings());
      meter.assertAllOnceWithUnseen(laptop.stored(meter.ssid()));
    }
  }

  @Test
  void aSaveThatIsDueIsWaitedFor() throws Exception {
    try (var laptop = Laptop.with(time).in(folder);
        var meter = TestMeter.create(7, 30, NOW, time, settings -> settings.withToken(TestMeter.token(7)))) {
      laptop.collect(meter, ErasePolicy.NEVER); // sets the clock, so that the next save can be foretold
      time.pass(Duration.ofHours(2));
      meter.note();
      Instant due = meter.meter().nextSave().orElseThrow();
      time.pass(Duration.between(time.instant(), due.minusSeconds(10)));
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      assertTrue(result.erased(), result.sentence());
      assertTrue(time.instant().isAfter(due), "the visit waited for the save");
      assertEquals(3, result.newReadings(), "two hours and the save that was due");
      meter.assertAllOnceWithUnseen(laptop.stored(meter.ssid()));
    }
  }

  @Test
  void collectOnlyMeansCollectOnly() throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(8, 30, NOW, time)) {
      CollectResult result = laptop.collect(meter, ErasePolicy.NEVER);

      assertEquals(State.DONE, result.state(), result.sentence());
      assertUntouched(meter);
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aCancelAtAnyStepBeforeTheEraseErasesNothing(CollectStep cancelledAt) throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(9, 30, NOW, time)) {
      CollectResult result = laptop.collect(meter.ssid(), meter.uri(), ErasePolicy.WHEN_PROVEN,
          cancelAt(cancelledAt));

      assertTrue(result.sentence().startsWith("Cancelled, as asked."), result.sentence());
      assertUntouched(meter);
      boolean stored = cancelledAt.compareTo(CollectStep.SAVE) > 0;
      assertEquals(stored ? State.PARTLY : State.FAILED, result.state());
      assertEquals(stored ? 29 : 0, laptop.stored(meter.ssid()).size());
      assertEquals(State.DONE, laptop.collect(meter, ErasePolicy.WHEN_PROVEN).state());
      assertEquals(29, laptop.stored(meter.ssid()).size());
    }
  }

  static Stream<CollectStep> steps() {
    return Stream.of(CollectStep.IDENTIFY, CollectStep.DOWNLOAD, CollectStep.OUTAGE_LOG, CollectStep.SAVE,
        CollectStep.SET_CLOCK, CollectStep.CHECK, CollectStep.ERASE);
  }

  private static CollectListener cancelAt(CollectStep wanted) {
    return new CollectListener() {
      private boolean cancelled;

      @Override
      public void step(CollectStep step) {
        cancelled |= step == wanted;
      }

      @Override
      public Progress bytes(CollectStep step) {
        return new Progress() {
          @Override
          public void at(long done, long total) {}

          @Override
          public boolean cancelled() {
            return cancelled;
          }
        };
      }
    };
  }

  private static void addTelemetry(List<VisitFact> facts, List<Bytes> bodies) {
    for (VisitFact fact : facts) {
      if (fact instanceof Received(_, Endpoint endpoint, _, Bytes body) && endpoint == Endpoint.TELEMETRY) {
        bodies.add(body);
      }
    }
  }
}
