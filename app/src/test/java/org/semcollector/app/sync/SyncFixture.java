package org.semcollector.app.sync;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// A laptop with meters and a server, both in memory.
final class SyncFixture {
  static final SyncTarget SIGNED_IN = SyncTarget.byApiKey(URI.create("https://tb.example.org"), "tb_key");
  static final SyncTarget BY_TOKEN = SyncTarget.byDeviceTokens(URI.create("https://tb.example.org"));
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final FakeStore store = new FakeStore();
  final FakeServer server = new FakeServer();
  final List<Duration> pauses = new ArrayList<>();
  private final Map<Integer, Integer> hours = new HashMap<>();

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

  SyncReport sync(SyncTarget target) throws StoreException {
    return sync(target, SyncListener.NONE);
  }

  SyncReport sync(SyncTarget target, SyncListener listener) throws StoreException {
    var policy = new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 5);
    return new SyncService(store, store, store, _ -> server, policy, this::pause, new Random(1))
        .sync(target, listener);
  }

  private synchronized void pause(Duration duration, BooleanSupplier cancelled) {
    pauses.add(duration);
  }
}
