package org.semcollector.app.safety;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.Corrections.Former;
import org.semcollector.app.store.Corrections.NewTimes;
import org.semcollector.app.store.Outbox.Entry;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.sync.BackoffPolicy;
import org.semcollector.app.sync.SyncListener;
import org.semcollector.app.sync.SyncOptions;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.SyncService;
import org.semcollector.app.sync.SyncStores;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.thingsboard.HttpThingsBoardServer;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.simulator.thingsboard.SimulatedDevice;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.thingsboard.TelemetryKeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// One meter's readings in a real database, and a simulated server that knows its device.
final class SyncSite {
  static final int METER = 5;
  private static final String MAIL = "office@example.org";

  private final TestTime time;
  private final SimulatedThingsBoard board;
  private final SimulatedDevice device;
  private final String apiKey;

  SyncSite(TestTime time) {
    this.time = time;
    board = new SimulatedThingsBoard(time, 1);
    device = board.addDevice(TestMeter.ssid(METER).value(), "SEM", TestMeter.token(METER).accessToken());
    board.addTenantAdmin(MAIL, "secret");
    apiKey = board.createApiKey(MAIL);
  }

  /// Collects a meter with so many hours of history into a folder.
  static void collect(Path folder, int hours, TestTime time) throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(METER, hours, time.instant(), time)) {
      laptop.collect(meter, ErasePolicy.NEVER);
    }
  }

  SimulatedThingsBoard board() {
    return board;
  }

  String apiKey() {
    return apiKey;
  }

  SyncTarget target(URI uri) {
    return SyncTarget.byApiKey(uri, apiKey);
  }

  SyncReport sync(H2Store store, SyncTarget target) throws StoreException {
    return sync(store, target, SyncOptions.USUAL);
  }

  // A server that is slower than a second is as good as one that takes half a minute.
  SyncReport sync(H2Store store, SyncTarget target, SyncOptions options) throws StoreException {
    var policy = new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 6);
    return new SyncService(stores(store), to -> new HttpThingsBoardServer(to, time, Duration.ofSeconds(1),
        Duration.ofMillis(500)), policy, (wait, _) -> time.pass(wait), new SplittableRandom(1), time)
        .sync(target, options, SyncListener.NONE);
  }

  static SyncStores stores(H2Store store) {
    return new SyncStores(store.meters(), store.readings(), store.outbox(), store.staleStamps(), store.corrections(),
        store.syncRuns(),
        store.firmwareReports(), _ -> Optional.empty());
  }

  static List<StoredReading> readings(H2Store store) throws StoreException {
    return store.readings().readings(TestMeter.ssid(METER), org.semcollector.app.store.ReadingStore.Range.ALL);
  }

  /// Gives every reading another time, as a correction does.
  static void correct(H2Store store, TestTime time, UnaryOperator<CorrectedTime> change) throws StoreException {
    Corrections corrections = store.corrections();
    var changes = new java.util.ArrayList<NewTimes>();
    for (var stretch : corrections.stretches(TestMeter.ssid(METER))) {
      changes.add(new NewTimes(stretch.id(), "test", 1, time.instant(), corrections.readings(stretch.id()).stream()
          .map(reading -> change.apply(reading.time())).toList()));
    }
    corrections.apply(TestMeter.ssid(METER), changes);
  }

  static UnaryOperator<CorrectedTime> later(Duration by) {
    return t -> new CorrectedTime(t.measuredAt().plus(by), t.earliest().plus(by), t.latest().plus(by), t.why());
  }

  /// Makes the first times count again.
  static void undo(H2Store store) throws StoreException {
    var former = store.corrections().stretches(TestMeter.ssid(METER)).stream()
        .map(stretch -> new Former(stretch.id(), stretch.runs().getFirst().id())).toList();
    store.corrections().restore(TestMeter.ssid(METER), former);
  }

  /// What has its tick is on the server at its time, with its energy.
  void assertTicksAreTrue(H2Store store) throws StoreException {
    var there = board.stored(device.id(), TelemetryKeys.KWH);
    store.outbox().forEachProven(TestMeter.ssid(METER), org.semcollector.app.store.ReadingStore.Range.ALL,
        reading -> assertTrue(there.containsKey(stamp(reading)), () -> "a tick without proof: " + reading));
  }

  /// No reading is on the server at two of the times it ever had.
  void assertNothingTwice(H2Store store) throws StoreException {
    Set<Long> there = board.stored(device.id(), TelemetryKeys.CT_ID).keySet();
    Set<Long> now = new HashSet<>();
    readings(store).forEach(reading -> now.add(stamp(reading)));
    Corrections corrections = store.corrections();
    for (var stretch : corrections.stretches(TestMeter.ssid(METER))) {
      Map<Long, Long> seenAt = new HashMap<>();
      corrections.readings(stretch.id()).stream().filter(reading -> there.contains(stamp(reading)))
          .forEach(reading -> seenAt.put(reading.key(), stamp(reading)));
      for (var run : stretch.runs()) {
        List<CorrectedTime> times = corrections.times(stretch.id(), run.id());
        List<StoredReading> all = corrections.readings(stretch.id());
        for (int i = 0; i < times.size(); i++) {
          long former = times.get(i).measuredAt().toEpochMilli();
          Long other = seenAt.get(all.get(i).key());
          assertFalse(other != null && other != former && there.contains(former) && !now.contains(former),
              all.get(i) + " is on the server twice");
        }
      }
    }
  }

  /// Every reading is on the server exactly once and proven, or set aside with its reason; nothing else is there.
  void assertInItsPlace(H2Store store, int setAside) throws StoreException {
    Map<Long, Double> expected = new HashMap<>();
    readings(store).forEach(reading -> expected.put(stamp(reading), reading.intervalEnergyKwh()));
    for (State state : List.of(State.ON_LAPTOP, State.ACCEPTED)) {
      assertEquals(List.of(), store.outbox().entries(TestMeter.ssid(METER), state, 0, 10));
    }
    List<Entry> refused = store.outbox().entries(TestMeter.ssid(METER), State.REFUSED, 0, 1_000);
    assertEquals(setAside, refused.size());
    refused.forEach(entry -> expected.remove(stamp(entry.reading())));
    assertEquals(setAside, store.outbox().reasons(TestMeter.ssid(METER)).values().stream().mapToLong(n -> n).sum());
    Map<Long, Double> there = new HashMap<>();
    board.stored(device.id(), TelemetryKeys.KWH).forEach((at, value) -> there.put(at, value.asDouble()));
    assertEquals(expected.keySet(), there.keySet());
    expected.forEach((at, kwh) -> assertEquals(kwh, there.getOrDefault(at, Double.NaN), 1e-6 * Math.abs(kwh) + 1e-9));
    for (String key : TelemetryKeys.ALL) {
      assertTrue(expected.keySet().containsAll(board.stored(device.id(), key).keySet()), "left behind: " + key);
    }
    assertEquals(0, store.staleStamps().count(TestMeter.ssid(METER)));
  }

  private static long stamp(StoredReading reading) {
    return reading.time().measuredAt().toEpochMilli();
  }
}
