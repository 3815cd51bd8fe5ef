package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.VisitIngest;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.simulator.FaultPlan;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Reading a meter again, applying facts again, catching up again: nothing is added, nothing is changed.
class DoingAnythingTwiceChangesNothingIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");
  private static final long SEED = 4;

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);

  @Test
  void collectingTwiceStoresOnce() throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(1, 50, NOW, time)) {
      CollectResult first = laptop.collect(meter, ErasePolicy.NEVER);
      List<StoredReading> stored = laptop.stored(meter.ssid());
      CollectResult second = laptop.collect(meter, ErasePolicy.NEVER);

      assertEquals(first.newReadings(), second.knownReadings());
      assertEquals(0, second.newReadings());
      assertEquals(stored, laptop.stored(meter.ssid()));
      meter.assertAllOnce(laptop.stored(meter.ssid()));
    }
  }

  @Test
  void onlyTheTailOfALongerReadoutIsNew() throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(2, 50, NOW, time)) {
      laptop.collect(meter, ErasePolicy.NEVER);
      List<StoredReading> before = laptop.stored(meter.ssid());
      time.pass(Duration.ofHours(5));
      CollectResult result = laptop.collect(meter, ErasePolicy.NEVER);

      assertEquals(5, result.newReadings());
      assertEquals(before, laptop.stored(meter.ssid()).subList(0, before.size()));
      meter.assertAllOnce(laptop.stored(meter.ssid()));
    }
  }

  @Test
  void aMeterThatWasNotErasedThoughAskedIsReadAgainWithoutDoubles() throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(3, 50, NOW, time)) {
      for (String plan : List.of("reset:refuse", "reset:silent", "reset:ignore", "reset:lose", "")) {
        meter.serve(FaultPlan.parse(plan));
        laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
        time.pass(Duration.ofHours(3));
        meter.note();
      }
      laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
      meter.assertAllOnce(laptop.stored(meter.ssid()));
    }
  }

  @Test
  void applyingAnyFactsAgainChangesNothing() throws Exception {
    var random = new SplittableRandom(SEED);
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(4, 50, NOW, time)) {
      laptop.collect(meter, ErasePolicy.NEVER);
      time.pass(Duration.ofHours(5));
      laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
      List<StoredReading> stored = laptop.stored(meter.ssid());
      var visits = laptop.store().meters().visits(java.util.Optional.empty());
      for (int round = 0; round < 10; round++) {
        var ingest = new VisitIngest(laptop.store().ingest(), ClockEstimators.standard());
        for (VisitRef visit : laptop.journal().visits()) {
          List<VisitFact> facts = new ArrayList<>(laptop.journal().facts(visit));
          for (VisitFact fact : facts.subList(0, random.nextInt(facts.size() + 1))) {
            assertEquals(0, ingest.apply(visit, fact).newReadings());
          }
        }
        assertEquals(stored, laptop.stored(meter.ssid()), "round " + round);
        assertEquals(visits, laptop.store().meters().visits(java.util.Optional.empty()), "round " + round);
      }
      assertEquals(0, laptop.catchUp().visits());
    }
  }
}
