package org.semcollector.app.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The packed store beside a plain one in memory: whatever visits, corrections, undoing, marks of a sync and reopening
/// there are, both always say the same.
class PackedStoreIT {
  private record Recorded(VisitRef visit, List<VisitFact> facts) {}

  private static final List<Ssid> SSIDS = List.of(FakeMeter.SSID, new Ssid("SEM-24:6f:28:ab:cd:02"));
  private static final String[] REASONS = {"too old", "too new", "not a number"};

  @TempDir
  Path folder;
  private final InMemoryStore model = new InMemoryStore();
  private final Map<Ssid, FakeMeter> meters = new HashMap<>();
  private final List<Recorded> visits = new ArrayList<>();
  private SplittableRandom random = new SplittableRandom();
  private String doing = "";

  static IntStream seeds() {
    return IntStream.range(0, 12);
  }

  private H2Store open(String name) throws StoreException {
    return H2Store.open(folder.resolve(name), ZoneOffset.UTC);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bothStoresAlwaysSayTheSame(int seed) throws Exception {
    random = new SplittableRandom(seed);
    for (Ssid ssid : SSIDS) {
      meters.put(ssid, new FakeMeter(seed, ssid));
    }
    H2Store store = open("store");
    try {
      for (int step = 0; step < 25; step++) {
        Ssid ssid = SSIDS.get(random.nextInt(SSIDS.size()));
        if (step < 2)
          visit(store, SSIDS.get(step));
        else
          doSomething(store, ssid);
        if (random.nextInt(8) == 0) {
          store.close();
          store = open("store");
        }
        for (Ssid each : SSIDS) {
          assertSame(store, each, "seed " + seed + " step " + step + " " + doing);
        }
      }
    } finally {
      store.close();
    }
    rebuildIsTheSame(seed);
  }

  private void doSomething(H2Store store, Ssid ssid) throws StoreException {
    switch (random.nextInt(11)) {
      case 0, 1 -> visit(store, ssid);
      case 2, 3 -> correct(store, ssid);
      case 4 -> undo(store, ssid);
      case 5 -> {
        doing = "sending";
        store.outbox().sending(ssid);
        model.sending(ssid);
      }
      case 6 -> {
        doing = "accepted";
        List<StoredReading> some = some(ssid);
        store.outbox().accepted(some);
        model.accepted(some);
      }
      case 7 -> {
        doing = "proven";
        List<StoredReading> some = some(ssid);
        store.outbox().proven(some);
        model.proven(some);
      }
      case 8 -> {
        doing = "refused";
        List<StoredReading> some = some(ssid);
        String reason = REASONS[random.nextInt(REASONS.length)];
        store.outbox().refused(some, reason);
        model.refused(some, reason);
      }
      case 9 -> lostAndRetried(store, ssid);
      default -> staleStamps(store, ssid);
    }
  }

  private void visit(H2Store store, Ssid ssid) throws StoreException {
    doing = "visit";
    FakeMeter meter = Objects.requireNonNull(meters.get(ssid));
    meter.save(random.nextInt(4) == 0 ? random.nextInt(2500) : random.nextInt(200));
    if (random.nextInt(3) == 0)
      meter.boot();
    VisitRef visit = meter.visit();
    boolean hole = random.nextInt(3) == 0 && meter.size() > 2;
    int from = hole ? random.nextInt(meter.size() - 1) : 0;
    var facts = new ArrayList<>(hole ? meter.readout(meter.telemetryWithout(from, from + 1)) : meter.readout());
    if (!hole && random.nextInt(3) == 0) {
      facts.addAll(meter.clockSet());
      meter.save(random.nextInt(2));
      facts.add(meter.telemetryReceived());
    }
    if (!hole && random.nextInt(4) == 0) {
      facts.add(new VisitFact.EraseSent(meter.tick()));
      meter.erase();
      facts.add(new VisitFact.EraseProven(meter.tick()));
    }
    facts.add(meter.ended("done"));
    visits.add(new Recorded(visit, facts));
    applyTo(store.ingest(), visits.getLast());
    applyTo(model, visits.getLast());
  }

  private static void applyTo(IngestStore store, Recorded recorded) throws StoreException {
    var projection = new VisitIngest(store, RawEstimator.AS_STAMPED);
    for (VisitFact fact : recorded.facts()) {
      projection.apply(recorded.visit(), fact);
    }
  }

  private void correct(H2Store store, Ssid ssid) throws StoreException {
    doing = "correct";
    var changes = new ArrayList<Corrections.NewTimes>();
    for (Corrections.PlacedStretch stretch : model.times().stretches(ssid)) {
      if (random.nextBoolean())
        changes.add(newTimes(stretch));
    }
    if (changes.isEmpty())
      return;
    store.corrections().apply(ssid, changes);
    model.times().apply(ssid, changes);
  }

  /// Shifted as a whole, from some reading on, onto the times of others, or not at all.
  private Corrections.NewTimes newTimes(Corrections.PlacedStretch stretch) {
    List<CorrectedTime> now = model.times().times(stretch.id(), stretch.current().id());
    long shift = List.of(0L, 3_600_000L, -7_200_000L, random.nextLong(-100_000, 100_000)).get(random.nextInt(4));
    int from = random.nextInt(now.size());
    var times = new ArrayList<CorrectedTime>(now.size());
    for (int i = 0; i < now.size(); i++) {
      CorrectedTime time = now.get(i);
      Instant at = i < from ? time.measuredAt() : time.measuredAt().plusMillis(shift);
      Duration wide = Duration.ofSeconds(random.nextInt(2));
      times.add(new CorrectedTime(at, at.minus(wide), at.plus(wide), shift == 0 ? time.why() : Why.SHARED_OUT));
    }
    return new Corrections.NewTimes(stretch.id(), "test", 1, FakeMeter.START, times);
  }

  private void undo(H2Store store, Ssid ssid) throws StoreException {
    doing = "undo";
    var runs = new ArrayList<Corrections.Former>();
    for (Corrections.PlacedStretch stretch : model.times().stretches(ssid)) {
      if (random.nextBoolean())
        runs.add(new Corrections.Former(stretch.id(),
            stretch.runs().get(random.nextInt(stretch.runs().size())).id()));
    }
    store.corrections().restore(ssid, runs);
    model.times().restore(ssid, runs);
  }

  private void lostAndRetried(H2Store store, Ssid ssid) throws StoreException {
    doing = "lost";
    List<Long> keys = some(ssid).stream().map(StoredReading::key).toList();
    store.outbox().lost(keys);
    model.lost(keys);
    if (random.nextBoolean())
      assertEquals(model.retryRefused(ssid), store.outbox().retryRefused(ssid));
  }

  private void staleStamps(H2Store store, Ssid ssid) throws StoreException {
    doing = "stale";
    List<Long> stamps = model.times().next(ssid, Long.MIN_VALUE, random.nextInt(300));
    store.staleStamps().deleted(ssid, stamps);
    model.times().deleted(ssid, stamps);
    List<Long> again = stamps.subList(0, random.nextInt(stamps.size() + 1));
    store.staleStamps().seenAgain(ssid, again);
    model.times().seenAgain(ssid, again);
  }

  /// Readings next to each other, a few of them as they never were.
  private List<StoredReading> some(Ssid ssid) {
    List<StoredReading> all = model.readings(ssid, ReadingStore.Range.ALL);
    int from = random.nextInt(all.size() + 1);
    int to = from + random.nextInt(all.size() - from + 1);
    return all.subList(from, to).stream().map(reading -> random.nextInt(10) == 0 ? elsewhere(reading) : reading)
        .toList();
  }

  private static StoredReading elsewhere(StoredReading reading) {
    Instant at = reading.time().measuredAt().plusMillis(7);
    return new StoredReading(reading.key(), reading.ssid(), reading.record(), reading.raw(), reading.period(),
        new CorrectedTime(at, at, at, Why.RAW));
  }

  private void assertSame(H2Store store, Ssid ssid, String when) throws StoreException {
    List<StoredReading> all = model.readings(ssid, ReadingStore.Range.ALL);
    assertEquals(all, store.readings().readings(ssid, ReadingStore.Range.ALL), when);
    assertEquals(model.meter(ssid), store.meters().meter(ssid), when);
    if (!all.isEmpty()) {
      Instant from = all.get(random.nextInt(all.size())).time().measuredAt();
      var range = new ReadingStore.Range(from, from.plus(Duration.ofHours(random.nextInt(100))));
      assertEquals(model.readings(ssid, range), store.readings().readings(ssid, range), when);
    }
    outboxesAreTheSame(store, ssid, when);
    versionsAreTheSame(store, ssid, when);
    List<Long> keys = all.stream().map(StoredReading::key).toList();
    assertEquals(model.times().next(ssid, 0, 100), store.staleStamps().next(ssid, 0, 100), when);
    assertEquals(model.times().count(ssid), store.staleStamps().count(ssid), when);
    assertEquals(model.times().moved(ssid, keys), store.staleStamps().moved(ssid, keys), when);
  }

  private void outboxesAreTheSame(H2Store store, Ssid ssid, String when) throws StoreException {
    assertEquals(model.counts(ssid), store.outbox().counts(ssid), when);
    assertEquals(model.reasons(ssid), store.outbox().reasons(ssid), when);
    for (Outbox.State state : Outbox.State.values()) {
      int limit = random.nextInt(1, 3000);
      List<Outbox.Entry> entries = model.entries(ssid, state, 0, limit);
      assertEquals(entries, store.outbox().entries(ssid, state, 0, limit), when);
      if (!entries.isEmpty()) {
        long after = entries.get(random.nextInt(entries.size())).reading().key();
        assertEquals(model.entries(ssid, state, after, limit), store.outbox().entries(ssid, state, after, limit), when);
      }
    }
    var proven = new ArrayList<StoredReading>();
    var expected = new ArrayList<StoredReading>();
    store.outbox().forEachProven(ssid, ReadingStore.Range.ALL, proven::add);
    model.forEachProven(ssid, ReadingStore.Range.ALL, expected::add);
    assertEquals(expected, proven, when);
  }

  private void versionsAreTheSame(H2Store store, Ssid ssid, String when) throws StoreException {
    List<Corrections.PlacedStretch> stretches = model.times().stretches(ssid);
    assertEquals(stretches, store.corrections().stretches(ssid), when);
    if (stretches.isEmpty())
      return;
    Corrections.PlacedStretch one = stretches.get(random.nextInt(stretches.size()));
    assertEquals(model.times().readings(one.id()), store.corrections().readings(one.id()), when);
    for (Corrections.Run run : one.runs()) {
      assertEquals(model.times().times(one.id(), run.id()), store.corrections().times(one.id(), run.id()), when);
    }
  }

  @Test
  void aReadingThatTakesAStaleStampReplacesWhatTheServerHadThere() throws Exception {
    meters.put(FakeMeter.SSID, new FakeMeter(1));
    try (H2Store store = open("store")) {
      applyTo(store.ingest(), readoutOf(2));
      List<StoredReading> sent = store.readings().readings(FakeMeter.SSID, ReadingStore.Range.ALL);
      store.outbox().sending(FakeMeter.SSID);
      store.outbox().proven(sent);
      long first = sent.getFirst().time().measuredAt().toEpochMilli();
      int stretch = store.corrections().stretches(FakeMeter.SSID).getFirst().id();
      store.corrections().apply(FakeMeter.SSID, List.of(moved(stretch, sent, -Duration.between(
          sent.getFirst().time().measuredAt(), sent.getLast().time().measuredAt()).toMillis())));
      List<StoredReading> now = store.readings().readings(FakeMeter.SSID, ReadingStore.Range.ALL);
      assertEquals(first, now.getLast().time().measuredAt().toEpochMilli());
      assertEquals(2, store.staleStamps().count(FakeMeter.SSID));
      store.outbox().proven(List.of(now.getLast()));
      assertEquals(1, store.staleStamps().count(FakeMeter.SSID));
      store.corrections().apply(FakeMeter.SSID, List.of(new Corrections.NewTimes(stretch, "test", 1, FakeMeter.START,
          List.of(now.getFirst().time(), exactly(first - 1)))));
      assertEquals(Set.of(now.getLast().key()), store.staleStamps().moved(FakeMeter.SSID,
          List.of(now.getFirst().key(), now.getLast().key())));
    }
  }

  @Test
  void aRebuiltStoreKnowsWhatAServerMayHaveAtOtherTimes() throws Exception {
    meters.put(FakeMeter.SSID, new FakeMeter(1));
    Recorded first = new Recorded(new FakeMeter(2, SSIDS.getLast()).visit(), List.of());
    Recorded visit = readoutOf(3);
    try (H2Store former = open("store"); H2Store rebuilt = open("rebuilt")) {
      applyTo(former.ingest(), visit);
      List<StoredReading> stamped = former.readings().readings(FakeMeter.SSID, ReadingStore.Range.ALL);
      int stretch = former.corrections().stretches(FakeMeter.SSID).getFirst().id();
      former.outbox().sending(FakeMeter.SSID);
      former.corrections().apply(FakeMeter.SSID, List.of(moved(stretch, stamped, 1000)));
      former.staleStamps().seenAgain(FakeMeter.SSID, List.of(77L));
      rebuilt.ingest().write(tx -> tx.meter(first.visit().ssid())); // the meters have other numbers here
      applyTo(rebuilt.ingest(), visit);
      rebuilt.inherit(Optional.of(former));
      List<StoredReading> now = rebuilt.readings().readings(FakeMeter.SSID, ReadingStore.Range.ALL);
      List<Long> expected = new ArrayList<>(List.of(77L));
      stamped.forEach(reading -> expected.add(reading.time().measuredAt().toEpochMilli() + 1000));
      assertEquals(expected.stream().sorted().toList(),
          rebuilt.staleStamps().next(FakeMeter.SSID, Long.MIN_VALUE, 100));
      assertEquals(3, rebuilt.staleStamps().moved(FakeMeter.SSID,
          now.stream().map(StoredReading::key).toList()).size());
      rebuilt.corrections().apply(FakeMeter.SSID, List.of(
          moved(rebuilt.corrections().stretches(FakeMeter.SSID).getFirst().id(), now, 5000)));
      assertEquals(7, rebuilt.staleStamps().count(FakeMeter.SSID), "whatever was stored may have been sent");
    }
  }

  private Recorded readoutOf(int readings) {
    FakeMeter meter = Objects.requireNonNull(meters.get(FakeMeter.SSID)).save(readings);
    return new Recorded(meter.visit(), meter.readout());
  }

  private static Corrections.NewTimes moved(int stretch, List<StoredReading> readings, long millis) {
    return new Corrections.NewTimes(stretch, "test", 1, FakeMeter.START, readings.stream()
        .map(reading -> exactly(reading.time().measuredAt().toEpochMilli() + millis)).toList());
  }

  private static CorrectedTime exactly(long millis) {
    Instant at = Instant.ofEpochMilli(millis);
    return new CorrectedTime(at, at, at, Why.PIN);
  }

  private void rebuildIsTheSame(int seed) throws StoreException {
    var plain = new InMemoryStore();
    try (H2Store rebuilt = open("rebuilt")) {
      for (Recorded visit : visits) {
        applyTo(rebuilt.ingest(), visit);
        applyTo(plain, visit);
      }
      for (Ssid ssid : SSIDS) {
        assertEquals(plain.readings(ssid, ReadingStore.Range.ALL),
            rebuilt.readings().readings(ssid, ReadingStore.Range.ALL), "seed " + seed);
      }
    }
  }
}
