package org.semcollector.app.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semcollector.app.store.VisitProjection.Applied;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.TimedReading;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.reading.Reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What facts become in a store, whatever database is behind it.
abstract class StoreContract {
  private StorePorts store;
  private VisitProjection projection;
  private final FakeMeter meter = new FakeMeter(7);

  /// A new, empty store; the same one until the next test.
  abstract StorePorts newStore() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = newStore();
    projection = new VisitIngest(store.ingest(), RawEstimator.AS_STAMPED);
  }

  private Applied apply(VisitRef visit, List<VisitFact> facts) throws StoreException {
    Applied last = Applied.NOTHING;
    for (VisitFact fact : facts) {
      last = projection.apply(visit, fact);
    }
    return last;
  }

  private List<StoredReading> stored() throws StoreException {
    return store.readings().readings(FakeMeter.SSID, ReadingStore.Range.ALL);
  }

  private List<Reading> storedRaw() throws StoreException {
    return stored().stream().map(StoredReading::raw).toList();
  }

  @Test
  void aVisitStoresEveryReadingOnceOldestFirst() throws Exception {
    meter.save(2500);
    assertEquals(new Applied(2500, 0), apply(meter.visit(), meter.readout()));
    assertEquals(meter.everSaved(), storedRaw());
    assertEquals(2499, stored().getLast().record());
  }

  @Test
  void applyingAVisitAgainOrInPartChangesNothing() throws Exception {
    meter.save(30);
    VisitRef visit = meter.visit();
    var facts = new ArrayList<>(meter.readout());
    facts.addAll(meter.clockSet());
    facts.add(meter.telemetryReceived());
    facts.add(new VisitFact.EraseSent(meter.tick()));
    facts.add(new VisitFact.EraseProven(meter.tick()));
    facts.add(meter.ended("done"));
    apply(visit, facts);
    List<StoredReading> before = stored();
    var meterBefore = store.meters().meter(FakeMeter.SSID);
    var visitsBefore = store.meters().visits(Optional.empty());
    for (int length = 1; length <= facts.size(); length++) {
      projection = new VisitIngest(store.ingest(), RawEstimator.AS_STAMPED);
      apply(visit, facts.subList(0, length));
    }
    assertEquals(before, stored());
    assertEquals(meterBefore, store.meters().meter(FakeMeter.SSID));
    assertEquals(visitsBefore, store.meters().visits(Optional.empty()));
  }

  @Test
  void firmwareSentFromHereIsARestartOnceHoweverOftenItIsApplied() throws Exception {
    meter.save(3);
    VisitRef visit = meter.visit();
    var facts = new ArrayList<>(meter.readout());
    var sent = new VisitFact.FirmwareSent(meter.tick(), 103, "0".repeat(64));
    var seen = new VisitFact.FirmwareSeen(meter.tick(), 103);
    facts.addAll(List.of(sent, seen, meter.ended("done")));
    apply(visit, facts);
    projection = new VisitIngest(store.ingest(), RawEstimator.AS_STAMPED);
    apply(visit, facts);
    assertEquals(List.of(new Restarts.Restart(sent.at(), seen.at(), OptionalInt.of(102), OptionalInt.of(103))),
        store.restarts().of(FakeMeter.SSID));
    VisitRef later = meter.visit();
    apply(later, List.of(new VisitFact.FirmwareSeen(meter.tick(), 103)));
    assertEquals(1, store.restarts().of(FakeMeter.SSID).size(), "nothing was sent in this visit");
  }

  @Test
  void firmwareWhoseRestartNobodySawIsARestartUnlessTheMeterRefusedIt() throws Exception {
    var sent = new VisitFact.FirmwareSent(meter.tick(), 103, "0".repeat(64));
    apply(meter.visit(), List.of(sent, new VisitFact.Received(meter.tick(), Endpoint.OTA, 400, Bytes.EMPTY),
        meter.ended("failed")));
    apply(meter.visit(), List.of(sent, new VisitFact.BrokenOff(meter.tick(), Endpoint.OTA, Bytes.EMPTY, "CANCELLED"),
        meter.ended("failed")));
    assertEquals(List.of(), store.restarts().of(FakeMeter.SSID));
    apply(meter.visit(), List.of(sent, new VisitFact.Received(meter.tick(), Endpoint.OTA, 200, Bytes.EMPTY),
        meter.ended("partly")));
    assertEquals(List.of(new Restarts.Restart(sent.at(), sent.at().plusSeconds(600))),
        store.restarts().of(FakeMeter.SSID));
  }

  @Test
  void aMeterThatWentBackToWhatItRanRestartedToo() throws Exception {
    var sent = new VisitFact.FirmwareSent(meter.tick(), 103, "0".repeat(64));
    var seen = new VisitFact.FirmwareSeen(meter.tick(), 102);
    apply(meter.visit(), List.of(sent, new VisitFact.Received(meter.tick(), Endpoint.OTA, 200, Bytes.EMPTY), seen,
        meter.ended("partly")));
    assertEquals(List.of(new Restarts.Restart(sent.at(), seen.at(), OptionalInt.empty(), OptionalInt.of(102))),
        store.restarts().of(FakeMeter.SSID));
  }

  @Test
  void aSecondVisitAddsOnlyTheTail() throws Exception {
    meter.save(20);
    apply(meter.visit(), meter.readout());
    meter.save(3);
    assertEquals(new Applied(3, 20), apply(meter.visit(), meter.readout()));
    assertEquals(meter.everSaved(), storedRaw());
  }

  @Test
  void aReadingSavedDuringTheVisitIsStoredByTheSecondRead() throws Exception {
    meter.save(20);
    VisitRef visit = meter.visit();
    apply(visit, meter.readout());
    apply(visit, meter.clockSet());
    meter.save(1);
    assertEquals(new Applied(1, 20), projection.apply(visit, meter.telemetryReceived()));
    assertEquals(meter.everSaved(), storedRaw());
    assertEquals(21, store.meters().visits(Optional.empty()).getFirst().newReadings());
  }

  @Test
  void aShorterBodyAddsNothing() throws Exception {
    meter.save(20);
    apply(meter.visit(), meter.readout());
    assertEquals(new Applied(0, 12), apply(meter.visit(), meter.readout(meter.telemetryWithout(12, 20))));
    meter.save(1);
    assertEquals(new Applied(1, 20), apply(meter.visit(), meter.readout()));
    assertEquals(meter.everSaved(), storedRaw());
  }

  @Test
  void readingsTheMeterLeftOutOnceAreNotStoredTwice() throws Exception {
    meter.save(30);
    apply(meter.visit(), meter.readout());
    meter.save(2);
    assertEquals(new Applied(2, 20), apply(meter.visit(), meter.readout(meter.telemetryWithout(10, 20))));
    meter.save(2);
    assertEquals(new Applied(2, 32), apply(meter.visit(), meter.readout()));
    assertEquals(meter.everSaved(), storedRaw());
  }

  @Test
  void readingsLeftOutAtFirstAreStoredWhenTheyAppear() throws Exception {
    meter.save(30);
    apply(meter.visit(), meter.readout(meter.telemetryWithout(10, 20)));
    assertEquals(new Applied(10, 20), apply(meter.visit(), meter.readout()));
    assertEquals(meter.everSaved(), storedRaw());
  }

  @Test
  void afterAProvenEraseTheSameBytesAreNewReadings() throws Exception {
    meter.save(5);
    VisitRef first = meter.visit();
    List<VisitFact> facts = meter.readout();
    Bytes body = meter.telemetry();
    apply(first, facts);
    apply(first, List.of(new VisitFact.EraseSent(meter.tick()), new VisitFact.EraseProven(meter.tick())));
    assertEquals(new Applied(5, 0), apply(meter.visit(), meter.readout(body)));
    assertEquals(10, stored().size());
    assertTrue(store.meters().visits(Optional.empty()).getLast().erased());
  }

  @Test
  void afterAnEraseElsewhereNewReadingsAreStored() throws Exception {
    meter.save(5);
    apply(meter.visit(), meter.readout());
    meter.erase();
    assertEquals(Applied.NOTHING, apply(meter.visit(), meter.readout()));
    meter.save(4);
    assertEquals(new Applied(4, 0), apply(meter.visit(), meter.readout()));
    assertEquals(meter.everSaved(), storedRaw());
  }

  @Test
  void anEmptyAnswerOfAMeterThatCannotReadItsFlashDoublesNothing() throws Exception {
    meter.save(5);
    apply(meter.visit(), meter.readout());
    apply(meter.visit(), meter.readout(Bytes.EMPTY));
    assertEquals(new Applied(0, 5), apply(meter.visit(), meter.readout()));
    assertEquals(meter.everSaved(), storedRaw());
  }

  @Test
  void aReadingSavedRightAfterTheEraseBelongsToTheNextEpoch() throws Exception {
    meter.save(5);
    VisitRef visit = meter.visit();
    apply(visit, meter.readout());
    projection.apply(visit, new VisitFact.EraseSent(meter.tick()));
    meter.erase();
    meter.save(1);
    assertEquals(new Applied(1, 0), projection.apply(visit, meter.telemetryReceived()));
    projection.apply(visit, new VisitFact.EraseProven(meter.tick()));
    assertEquals(new Applied(0, 1), apply(meter.visit(), meter.readout()));
    assertEquals(meter.everSaved(), storedRaw());
  }

  @Test
  void aWebPageInsteadOfReadingsIsNoEmptyMeter() throws Exception {
    meter.save(5);
    apply(meter.visit(), meter.readout());
    apply(meter.visit(), meter.readout(Bytes.copyOf("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    meter.save(1);
    assertEquals(new Applied(1, 5), apply(meter.visit(), meter.readout()));
  }

  @Test
  void equalTimesMoveApartByAMillisecond() throws Exception {
    projection = new VisitIngest(store.ingest(), RawEstimator.ALL_AT_ONCE);
    meter.save(3);
    apply(meter.visit(), meter.readout());
    meter.save(2);
    apply(meter.visit(), meter.readout());
    assertEquals(List.of(0L, 1L, 2L, 3L, 4L), stored().stream()
        .map(reading -> reading.time().measuredAt().toEpochMilli() - FakeMeter.START.toEpochMilli()).toList());
    assertEquals(meter.everSaved(), storedRaw());
  }

  @Test
  void anEstimatorIsAskedOnceForTheNewReadingsOfEachVisit() throws Exception {
    var problems = new ArrayList<ClockProblem>();
    var visits = new ArrayList<Recorded>();
    visits.add(new Recorded(meter.save(5).visit(), meter.readout()));
    meter.boot();
    visits.add(new Recorded(meter.save(4).visit(), meter.readout()));
    visits.add(new Recorded(meter.save(2).visit(), meter.readout()));
    List<StoredReading> stored = List.of();
    for (int times = 0; times < 2; times++) {
      projection = new VisitIngest(store.ingest(), new ListeningEstimator(problems));
      for (Recorded each : visits)
        apply(each.visit(), each.facts());
      assertTrue(times == 0 || stored.equals(stored()));
      stored = stored();
    }
    List<Reading> all = meter.everSaved();
    assertEquals(List.of(all.subList(0, 5), all.subList(5, 9), all.subList(9, 11)),
        problems.stream().map(ClockProblem::readings).toList());
  }

  private record Recorded(VisitRef visit, List<VisitFact> facts) {}

  /// Places as stamped and keeps what it was asked.
  private record ListeningEstimator(List<ClockProblem> problems) implements ClockEstimator {
    @Override
    public String name() {
      return "listening";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<CorrectedTime> estimate(ClockProblem problem) {
      problems.add(problem);
      return problem.readings().stream().map(reading -> {
        Instant at = Instant.ofEpochMilli(reading.deviceMillis());
        return new CorrectedTime(at, at.minusSeconds(3600), at.plusSeconds(3600), Why.RAW);
      }).toList();
    }
  }

  @Test
  void everyNewReadingIsInTheOutboxUntilItIsProven() throws Exception {
    meter.save(10);
    apply(meter.visit(), meter.readout());
    List<Long> keys = stored().stream().map(StoredReading::key).toList();
    store.outbox().accepted(stored().subList(0, 4));
    store.outbox().refused(stored().subList(4, 5), "too old");
    store.outbox().proven(stored().subList(0, 3));
    store.outbox().proven(stored().subList(0, 3));
    assertEquals(Map.of(Outbox.State.ON_LAPTOP, 5L, Outbox.State.ACCEPTED, 1L, Outbox.State.REFUSED, 1L),
        store.outbox().counts(FakeMeter.SSID));
    assertEquals(keys.subList(5, 8), store.outbox().entries(FakeMeter.SSID, Outbox.State.ON_LAPTOP, 0, 3).stream()
        .map(entry -> entry.reading().key()).toList());
    assertEquals(keys.subList(8, 10), store.outbox().entries(FakeMeter.SSID, Outbox.State.ON_LAPTOP, keys.get(7), 3)
        .stream().map(entry -> entry.reading().key()).toList());
    assertEquals(7, store.meters().meter(FakeMeter.SSID).orElseThrow().unproven());
  }

  @Test
  void whatTheServerLostOrRefusedComesBack() throws Exception {
    meter.save(10);
    apply(meter.visit(), meter.readout());
    List<StoredReading> all = stored();
    store.outbox().proven(all.subList(0, 6));
    store.outbox().refused(all.subList(6, 8), "too old");
    store.outbox().refused(all.subList(8, 9), "too new");
    var proven = new ArrayList<StoredReading>();
    store.outbox().forEachProven(FakeMeter.SSID, new ReadingStore.Range(all.get(1).time().measuredAt(),
        ReadingStore.Range.ALL.to()), proven::add);
    assertEquals(all.subList(1, 6), proven);
    assertEquals(Map.of("too old", 2L, "too new", 1L), store.outbox().reasons(FakeMeter.SSID));
    store.outbox().lost(List.of(all.get(2).key(), all.get(7).key()));
    assertEquals(Map.of(Outbox.State.ON_LAPTOP, 2L, Outbox.State.ACCEPTED, 0L, Outbox.State.REFUSED, 3L),
        store.outbox().counts(FakeMeter.SSID));
    assertEquals(3, store.outbox().retryRefused(FakeMeter.SSID));
    assertEquals(Map.of(), store.outbox().reasons(FakeMeter.SSID));
    assertEquals(5, store.outbox().entries(FakeMeter.SSID, Outbox.State.ON_LAPTOP, 0, 100).size());
  }

  @Test
  void whatHasAnotherTimeThanTheProvenOneStaysInTheOutbox() throws Exception {
    meter.save(2);
    apply(meter.visit(), meter.readout());
    StoredReading now = stored().getFirst();
    Instant at = now.time().measuredAt().plusMillis(1);
    var former = new StoredReading(now.key(), now.ssid(), now.record(), now.raw(), now.period(),
        new CorrectedTime(at, at, at, Why.RAW));
    store.outbox().accepted(List.of(former));
    store.outbox().refused(List.of(former), "too old");
    store.outbox().proven(List.of(former));
    assertEquals(2L, store.outbox().counts(FakeMeter.SSID).get(Outbox.State.ON_LAPTOP));
  }

  @Test
  void theTotalInTheOutboxAddsUpTheChannel() throws Exception {
    meter.save(10);
    apply(meter.visit(), meter.readout());
    meter.save(10);
    apply(meter.visit(), meter.readout());
    double total = 0;
    for (Outbox.Entry entry : store.outbox().entries(FakeMeter.SSID, Outbox.State.ON_LAPTOP, 0, 100)) {
      total += entry.reading().intervalEnergyKwh();
      assertEquals(total, entry.kwhTotal(), 1e-12);
    }
  }

  @Test
  void aRangeHoldsItsStartButNotItsEnd() throws Exception {
    meter.save(100);
    apply(meter.visit(), meter.readout());
    List<StoredReading> all = stored();
    var range = new ReadingStore.Range(all.get(10).time().measuredAt(), all.get(20).time().measuredAt());
    assertEquals(all.subList(10, 20), store.readings().readings(FakeMeter.SSID, range));
  }

  @Test
  void metersAndVisitsTellWhatHappened() throws Exception {
    meter.save(3);
    meter.boot();
    VisitRef visit = meter.visit();
    apply(visit, meter.readout());
    projection.apply(visit, meter.ended("partly"));
    store.meters().rename(FakeMeter.SSID, "Kiosk");
    MeterRow row = store.meters().meters().getFirst();
    assertEquals("Kiosk", row.name());
    assertEquals(102, row.firmwareVersion().orElseThrow());
    assertEquals(3, row.readings());
    assertEquals(Optional.of("partly"), row.lastOutcome());
    assertEquals(stored().getFirst().time().measuredAt(), row.firstMeasuredAt().orElseThrow());
    assertEquals(stored().getLast().time().measuredAt(), row.lastMeasuredAt().orElseThrow());
    VisitRow visited = store.meters().visits(Optional.of(FakeMeter.SSID)).getFirst();
    assertEquals(visit.reference(), visited.reference());
    assertEquals(1, visited.outages());
    assertFalse(visited.erased());
  }
}
