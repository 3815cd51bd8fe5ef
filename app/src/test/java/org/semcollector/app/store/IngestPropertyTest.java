package org.semcollector.app.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.reading.Reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Random lives of a meter: whatever visits, erases, outages, read errors, kills and replays there are, every reading
/// that was readable once ends in the store exactly once, and a rebuild gives the same store again.
class IngestPropertyTest {
  private record Recorded(VisitRef visit, List<VisitFact> facts) {}

  static IntStream seeds() {
    return IntStream.range(0, 150);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyReadingEndsExactlyOnce(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    var meter = new FakeMeter(seed);
    var store = new InMemoryStore();
    var history = new ArrayList<Recorded>();
    for (int i = 0; i < 8; i++) {
      meter.save(random.nextInt(40));
      if (random.nextInt(4) == 0)
        meter.boot();
      Recorded visit = visit(random, meter, i == 7);
      history.add(visit);
      applyWithKills(random, store, visit);
    }
    assertEquals(sorted(meter.everSaved()), sorted(raw(store)), "seed " + seed);

    var rebuilt = new InMemoryStore();
    var projection = new VisitIngest(rebuilt, ClockEstimators.standard());
    for (Recorded visit : history) {
      for (VisitFact fact : visit.facts()) {
        projection.apply(visit.visit(), fact);
      }
    }
    assertEquals(all(store), all(rebuilt), "seed " + seed);
    assertEquals(store.meters(), rebuilt.meters(), "seed " + seed);
    assertEquals(all(store).size(), new HashSet<>(all(store).stream().map(r -> r.time().measuredAt()).toList()).size());
  }

  /// One visit; some read badly, some erase, some are cut short. The last one reads everything.
  private static Recorded visit(SplittableRandom random, FakeMeter meter, boolean last) {
    VisitRef visit = meter.visit();
    boolean bad = !last && random.nextInt(4) == 0 && meter.size() > 2;
    Bytes body = meter.telemetry();
    if (bad) {
      int from = random.nextInt(meter.size());
      body = meter.telemetryWithout(from, from + random.nextInt(meter.size() - from));
    }
    var facts = new ArrayList<>(meter.readout(body));
    if (random.nextInt(5) == 0)
      return new Recorded(visit, last ? facts : facts.subList(0, random.nextInt(facts.size())));
    facts.addAll(random.nextBoolean() ? meter.clockSet() : meter.clockSet().subList(0, 1));
    if (random.nextInt(3) == 0)
      meter.save(1);
    facts.add(meter.telemetryReceived());
    if (random.nextInt(2) == 0 && !bad)
      erase(random, meter, facts);
    facts.add(meter.ended("done"));
    return new Recorded(visit, facts);
  }

  private static void erase(SplittableRandom random, FakeMeter meter, List<VisitFact> facts) {
    facts.add(new VisitFact.EraseSent(meter.tick()));
    meter.erase();
    facts.add(meter.received(Endpoint.RESET, Bytes.EMPTY));
    if (random.nextInt(4) == 0)
      meter.save(1);
    facts.add(meter.telemetryReceived());
    if (random.nextInt(4) != 0)
      facts.add(new VisitFact.EraseProven(meter.tick()));
  }

  /// Facts arrive once, but the program may end anywhere and start again from the visit's first fact.
  private static void applyWithKills(SplittableRandom random, InMemoryStore store, Recorded visit) throws Exception {
    var projection = new VisitIngest(store, ClockEstimators.standard());
    for (int i = 0; i < visit.facts().size(); i++) {
      projection.apply(visit.visit(), visit.facts().get(i));
      if (random.nextInt(6) == 0) {
        projection = new VisitIngest(store, ClockEstimators.standard());
        for (VisitFact again : visit.facts().subList(0, i + 1)) {
          assertEquals(0, projection.apply(visit.visit(), again).newReadings());
        }
      }
    }
  }

  private static List<StoredReading> all(InMemoryStore store) {
    return store.readings(FakeMeter.SSID, ReadingStore.Range.ALL);
  }

  private static List<Reading> raw(InMemoryStore store) {
    return all(store).stream().map(StoredReading::raw).toList();
  }

  private static List<Reading> sorted(List<Reading> readings) {
    return readings.stream().sorted(Comparator.comparing(Reading::toString)).toList();
  }
}
