package org.semcollector.app.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.sync.thingsboard.HttpThingsBoardServer;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.SimulatedDevice;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;
import org.semcollector.protocol.thingsboard.TelemetryKeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The sync over real sockets against the simulated server.
class ThingsBoardSyncIT {
  private static final int READINGS = 1_200;
  private static final Ssid SSID = SyncFixture.ssid(1);

  /// A clock that moves when told to.
  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public synchronized Instant instant() {
      return now;
    }

    synchronized void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final MovingClock clock = new MovingClock();
  private final SimulatedThingsBoard board = new SimulatedThingsBoard(clock, 7);
  private final SimulatedDevice device = board.addDevice("Flat 1", "SEM", SyncFixture.token(1).accessToken());
  private final FakeStore store = new FakeStore();
  private String apiKey = "";
  private Optional<ThingsBoardServer> running = Optional.empty();
  private Duration paused = Duration.ZERO;

  ThingsBoardSyncIT() {
    board.addTenantAdmin("admin@example.org", "secret");
    apiKey = board.createApiKey("admin@example.org");
    store.add(SSID, "Meter 1", Optional.of(SyncFixture.token(1)));
    readings(READINGS);
  }

  private void readings(int count) {
    int from = store.all().size();
    for (int i = from; i < from + count; i++) {
      store.store(SSID, 1, SyncFixture.START.plus(Duration.ofHours(i)), 0.25f + i * 0.001f);
    }
  }

  @AfterEach
  void stop() {
    running.ifPresent(ThingsBoardServer::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rest#1:500", "rest#2:502", "rest#1:503", "rest#1:limit@1", "rest#1:slow@200",
      "rest#1:lose", "rest#1:drop", "rest#1:reset@0", "rest#1:silent", "rest#1:ignore", "rest#1:413", "rest#1:401",
      "rest#1:400", "query#1:500", "query#1:reset@3", "query#2:reset@10", "query#1:lose", "query#3:401", "list#1:500",
      "list#2:reset@20", "list#3:drop", "any#4:limit@2", "rest#1-2:500; query#2:lose"})
  void everythingIsProvenInOneRunAlthough(String faults) throws StoreException {
    var report = sync(byApiKey(faults));
    assertEquals(List.of(), report.problems());
    assertEquals(READINGS, report.proven());
    assertEveryReadingIsThereOnce();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      list#1:html     | Not ThingsBoard but a web page
      list#1:redirect | Not ThingsBoard but a redirect to login.invalid
      rest#1:html     | Not ThingsBoard but a web page
      rest#2:redirect | Not ThingsBoard but a redirect to login.invalid
      query#1:html    | Not ThingsBoard but a web page
      rest:401        | The server does not accept the sign-in
      rest:404        | Meter 1: The server no longer knows the device
      rest:403        | Meter 1: The sign-in may not do this
      rest:500        | Meter 1: The server failed
      any:502         | The server failed
      rest#1+:lose; query:drop | Meter 1: The connection to the server broke
      rest:limit@3600 | Meter 1: The server is busy
      rest:511        | Not ThingsBoard but a network that wants its own sign-in
      """)
  void aRunThatCannotGoOnSaysWhyAndTheNextOneFinishes(String faults, String sentence) throws StoreException {
    var report = sync(byApiKey(faults));
    assertEquals(1, report.problems().size(), () -> report.toString());
    assertTrue(report.problems().getFirst().startsWith(sentence), report.problems().getFirst());
    assertTrue(report.problems().getFirst().contains("on this laptop"), report.problems().getFirst());
    assertEquals(READINGS, report.proven() + report.waiting());
    assertTrue(report.waiting() > 0);
    sync(byApiKey(""));
    assertEveryReadingIsThereOnce();
  }

  @Test
  void aUserSignsInWithAPasswordWhichIsSentOnce() throws StoreException {
    assertEquals(READINGS, sync(byUser("")).proven());
    assertEquals(1, requests("/api/auth/login"));
  }

  @Test
  void anExpiredSignInIsRefreshedBeforeItIsRefused() throws StoreException {
    board.accessTokenTime(Duration.ofMinutes(10));
    readings(4_000);
    start("");
    // once: two steps between asking for a token and using it would be more than any client could foresee
    var passed = new AtomicBoolean();
    var report = sync(byUserOf(), (_, _, _) -> {
      if (!passed.getAndSet(true))
        clock.pass(Duration.ofMinutes(9).plusSeconds(30));
    });
    assertEquals(READINGS + 4_000, report.proven());
    assertEquals(1, requests("/api/auth/login"));
    assertTrue(requests("/api/auth/token") > 0);
  }

  @Test
  void aSignInThatTheServerCallsExpiredIsRenewed() throws StoreException {
    assertEquals(READINGS, sync(byUser("rest#1:401")).proven());
    assertEquals(1, requests("/api/auth/token"));
  }

  @Test
  void aWrongPasswordStopsAtOnce() throws StoreException {
    var target = start("");
    var report = sync(SyncTarget.byUser(target.baseUri(), "admin@example.org", "wrong"), (_, _, _) -> {});
    assertTrue(report.problems().getFirst().contains("Invalid username or password"), report.toString());
    assertFalse(report.toString().contains("wrong"));
    assertEquals(1, running.orElseThrow().requests().size());
  }

  @Test
  void aRevokedKeyStopsTheRunAndSaysNoSecret() throws StoreException {
    var target = byApiKey("");
    board.revokeApiKey(apiKey);
    var report = sync(target);
    assertTrue(report.problems().getFirst().startsWith("The server does not accept the sign-in"), report.toString());
    assertFalse(report.toString().contains(apiKey));
    assertFalse(target.toString().contains(apiKey));
  }

  @Test
  void aCustomerUserUploadsToItsOwnDevices() throws StoreException {
    var customer = new UUID(3, 4);
    board.addCustomerUser("tenant@example.org", "flat", customer);
    board.assign(device.id(), customer);
    var target = start("");
    assertEquals(READINGS,
        sync(SyncTarget.byUser(target.baseUri(), "tenant@example.org", "flat"), (_, _, _) -> {}).proven());
  }

  @Test
  void onePoisonRecordAmongAThousandIsSetAside() throws StoreException {
    StoredReading bad = store.readings(SSID, ReadingStore.Range.ALL).get(617);
    board.poison(bad.time().measuredAt().toEpochMilli());
    var report = sync(byApiKey(""));
    assertEquals(READINGS - 1, report.proven());
    assertEquals(1, report.refused());
    assertTrue(store.reason(bad).orElseThrow().contains("value is malformed"), store.reason(bad).toString());
  }

  @Test
  void aDeviceUploadIsOnlyAccepted() throws StoreException {
    var report = sync(byToken(""));
    assertEquals(new SyncReport(0, READINGS, 0, 0, List.of()), report);
  }

  @Test
  void whatAServerLostAfterIts200IsNoticedAndSentAgain() throws StoreException {
    board.storeAtMost(0);
    assertEquals(READINGS, sync(byToken("")).accepted());
    board.crash();
    board.storeAtMost(Double.POSITIVE_INFINITY);
    assertEquals(0, board.storedCount(device.id()));
    assertEquals(READINGS, sync(byApiKey("")).proven());
    assertEveryReadingIsThereOnce();
  }

  @Test
  void aDeviceLimitThatNeverPassesAWholeBatchIsFoundByHalving() throws StoreException {
    board.limitDevicePoints(500, Duration.ofSeconds(1));
    start("");
    assertEquals(READINGS, sync(SyncTarget.byDeviceTokens(running.orElseThrow().uri()), (_, _, _) -> {}).accepted());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      device:html     | Not ThingsBoard but a web page
      list:html       | Not ThingsBoard but a web page
      device:redirect | Not ThingsBoard but a redirect
      device:401      | Meter 1: The server does not know the meter's access token
      """)
  void aDeviceUploadToSomethingElseIsNotAccepted(String faults, String sentence) throws StoreException {
    var report = sync(byToken(faults));
    assertEquals(0, report.accepted());
    assertTrue(report.problems().getFirst().startsWith(sentence), report.toString());
  }

  @Test
  void aServerThatIsNotThereIsSaidSoInASentence() throws StoreException {
    var target = start("");
    running.orElseThrow().close();
    running = Optional.empty();
    var report = sync(target, (_, _, _) -> {});
    assertTrue(report.problems().getFirst().startsWith("The server could not be reached."), report.toString());
    assertEquals(READINGS, report.waiting());
  }

  @Test
  void aRestoredServerIsFilledUpWhereReadingsAreStillUnproven() throws StoreException {
    var empty = board.snapshot();
    sync(byToken(""));
    board.restore(empty);
    readings(100);
    assertEquals(READINGS + 100, sync(byApiKey("")).proven());
    assertEveryReadingIsThereOnce();
  }

  private SyncTarget start(String faults) {
    stop();
    var server = ThingsBoardServer.start(board, ServerFaults.parse(faults), 0);
    running = Optional.of(server);
    return SyncTarget.byApiKey(server.uri(), apiKey);
  }

  private SyncTarget byApiKey(String faults) {
    return start(faults);
  }

  private SyncTarget byUser(String faults) {
    start(faults);
    return byUserOf();
  }

  private SyncTarget byUserOf() {
    if (running.isEmpty()) {
      start("");
    }
    return SyncTarget.byUser(running.orElseThrow().uri(), "admin@example.org", "secret");
  }

  private SyncTarget byToken(String faults) {
    return SyncTarget.byDeviceTokens(start(faults).baseUri());
  }

  private SyncReport sync(SyncTarget target) throws StoreException {
    return sync(target, (_, _, _) -> {});
  }

  /// Told of each state change.
  private interface Settling {
    void settled(Ssid ssid, SyncListener.Settled how, int readings);
  }

  private SyncReport sync(SyncTarget target, Settling settling) throws StoreException {
    TelemetryServer.Opener opener = to -> new HttpThingsBoardServer(to, clock, Duration.ofSeconds(2),
        Duration.ofSeconds(1));
    var policy = new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 6);
    return new SyncService(store.ports(), opener, policy, (time, _) -> pass(time), new Random(1), clock).sync(target,
        new SyncListener() {
          @Override
          public void at(long done, long total) {}

          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public void settled(Ssid ssid, Settled how, int readings) {
            settling.settled(ssid, how, readings);
          }
        });
  }

  private synchronized void pass(Duration time) {
    paused = paused.plus(time);
    clock.pass(time);
  }

  private long requests(String path) {
    return running.orElseThrow().requests().stream().filter(request -> request.path().equals(path)).count();
  }

  private void assertEveryReadingIsThereOnce() {
    var there = board.stored(device.id(), TelemetryKeys.KWH);
    assertEquals(store.all().size(), there.size());
    for (StoredReading reading : store.all()) {
      assertTrue(there.containsKey(reading.time().measuredAt().toEpochMilli()));
      assertEquals(Optional.empty(), store.state(reading));
    }
  }
}
