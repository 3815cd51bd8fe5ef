package org.semcollector.app.sync;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.sync.FakeServer.Fault;
import org.semcollector.app.sync.FakeServer.Killed;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

import static java.util.Objects.requireNonNull;

/// A laptop with meters and a server, both in memory.
final class SyncFixture {
  static final SyncTarget SIGNED_IN = SyncTarget.byApiKey(URI.create("https://tb.example.org"), "tb_key");
  static final SyncTarget BY_TOKEN = SyncTarget.byDeviceTokens(URI.create("https://tb.example.org"));
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");

  final FakeStore store = new FakeStore();
  final FakeServer server = new FakeServer();
  final List<Duration> pauses = new ArrayList<>();
  private final @Nullable TurnLanes turns;
  private final Map<Integer, Map<Instant, OptionalDouble>> foreign = new HashMap<>();
  private final Map<Integer, Integer> hours = new HashMap<>();

  SyncFixture() {
    this(null);
  }

  private SyncFixture(@Nullable TurnLanes turns) {
    this.turns = turns;
  }

  /// One whose runs go the same way every time: their lanes take turns, which the seed decides.
  static SyncFixture inTurns(long seed) {
    return new SyncFixture(new TurnLanes(seed));
  }

  static Ssid ssid(int number) {
    return new Ssid("SEM-24:6f:28:00:00:%02x".formatted(number));
  }

  static MeterToken token(int number) {
    return new MeterToken("token-of-meter-%05d".formatted(number), new UUID(1, number));
  }

  /// A meter with a token, its device, and hourly readings.
  List<StoredReading> meter(int number, int readings) {
    meterOnly(number, Optional.of(token(number)));
    server.device("device-" + number, "Flat " + number, token(number).accessToken());
    return readings(number, readings);
  }

  /// Hourly readings that follow on those before.
  private Instant next(int number) {
    return START.plus(Duration.ofHours(hours.merge(number, 1, Integer::sum) - 1));
  }

  void meterOnly(int number, Optional<MeterToken> token) {
    store.add(ssid(number), "Meter " + number, token);
  }

  List<StoredReading> readings(int number, int readings) {
    var stored = new ArrayList<StoredReading>();
    for (int i = 0; i < readings; i++) {
      stored.add(store.store(ssid(number), 1, next(number), 0.25f + i * 0.001f));
    }
    return stored;
  }

  /// The first meter.
  SyncPreview preview() throws StoreException {
    return service().preview().getFirst();
  }

  /// A run whose process may die in it.
  void killed(SyncTarget target, List<Fault> script) throws StoreException {
    server.script.addAll(script);
    store.beforeAccess(server::dieIfDead);
    try {
      sync(target);
    } catch (Killed e) {
      // the next run is another process
    }
    server.revive();
  }

  /// Somebody else's stamp on a meter's device.
  void foreign(int number, Instant at, double kwh) {
    foreign(number).put(at, OptionalDouble.of(kwh));
    requireNonNull(server.kept.get("device-" + number)).put(at, OptionalDouble.of(kwh));
  }

  Map<Instant, OptionalDouble> foreign(int number) {
    return foreign.computeIfAbsent(number, _ -> new HashMap<>());
  }

  /// The server gets an earlier state of a device back.
  void restore(int number, Map<Instant, OptionalDouble> backup) {
    var kept = requireNonNull(server.kept.get("device-" + number));
    kept.clear();
    kept.putAll(backup);
  }

  SyncReport sync(SyncTarget target) throws StoreException {
    return sync(target, SyncListener.NONE);
  }

  SyncReport sync(SyncTarget target, SyncListener listener) throws StoreException {
    return sync(target, SyncOptions.USUAL, listener);
  }

  SyncReport verify() throws StoreException {
    return sync(SIGNED_IN, new SyncOptions(true, false), SyncListener.NONE);
  }

  SyncReport sync(SyncTarget target, SyncOptions options, SyncListener listener) throws StoreException {
    return service().sync(target, options, listener);
  }

  SyncService service() {
    var policy = new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 5);
    return turns == null
        ? new SyncService(store.ports(), _ -> server, policy, this::pause, new Random(1), () -> NOW)
        : new SyncService(store.ports(), _ -> turns.at(server), policy, this::pause, new Random(1), () -> NOW, turns);
  }

  private synchronized void pause(Duration duration, BooleanSupplier cancelled) {
    pauses.add(duration);
  }
}
