package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.sync.BackoffPolicy;
import org.semcollector.app.sync.SyncListener;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.SyncService;
import org.semcollector.app.sync.SyncStores;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.thingsboard.HttpThingsBoardServer;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.SimulatedDevice;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is shown as proven is so: "erased" only of an empty meter, "proven" only of what the server gave back.
class GreenTickMeansProvenIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");
  private static final String MAIL = "office@example.org";

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);

  @ParameterizedTest
  @ValueSource(strings = {"reset:ignore", "reset:refuse", "reset:half", "reset:silent", "reset:html",
      "telemetry#3:silent", "telemetry#3:refuse", "telemetry#3:html", "telemetry#3:other", "reset:lose", ""})
  void erasedIsSaidOnlyOfAMeterThatIsEmpty(String plan) throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(1, 20, NOW, time)) {
      meter.serve(FaultPlan.parse(plan));
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      boolean seenEmpty = plan.isEmpty() || plan.equals("reset:lose");
      assertEquals(seenEmpty, result.erased(), result.sentence());
      assertEquals(seenEmpty, result.state() == CollectResult.State.DONE, result.sentence());
      if (result.erased())
        assertEquals(0, meter.meter().recordCount());
      assertEquals(seenEmpty, laptop.store().meters().visits(java.util.Optional.empty()).getFirst().erased());
    }
  }

  @Test
  void whatTheServerOnlyQueuedIsNotProvenAndIsSentAgainAfterItIsLost() throws Exception {
    var board = new SimulatedThingsBoard(time, 1);
    SimulatedDevice device = board.addDevice(TestMeter.ssid(2).value(), "SEM", TestMeter.token(2).accessToken());
    board.addTenantAdmin(MAIL, "secret");
    String key = board.createApiKey(MAIL);
    try (var laptop = Laptop.with(time).in(folder);
        var meter = TestMeter.create(2, 20, NOW, time);
        var server = ThingsBoardServer.start(board, ServerFaults.NONE, 0)) {
      int readings = laptop.collect(meter, ErasePolicy.WHEN_PROVEN).newReadings();
      board.storeAtMost(0);
      SyncReport queued = sync(laptop).sync(SyncTarget.byDeviceTokens(server.uri()), SyncListener.NONE);

      assertEquals(0, queued.proven());
      assertEquals(readings, queued.accepted());
      assertEquals(readings, unproven(laptop, meter));
      board.crash();
      assertEquals(0, board.storedCount(device.id()));
      board.storeAtMost(Double.POSITIVE_INFINITY);
      SyncReport proven = sync(laptop).sync(SyncTarget.byApiKey(server.uri(), key), SyncListener.NONE);

      assertEquals(readings, proven.proven(), proven.toString());
      assertEquals(0, unproven(laptop, meter));
      assertEquals(readings, board.stored(device.id(), "kwh").size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest:html", "query:html", "rest:503", "query:503"})
  void aServerThatDoesNotGiveBackProvesNothing(String fault) throws Exception {
    var board = new SimulatedThingsBoard(time, 1);
    board.addDevice(TestMeter.ssid(3).value(), "SEM", TestMeter.token(3).accessToken());
    board.addTenantAdmin(MAIL, "secret");
    String key = board.createApiKey(MAIL);
    try (var laptop = Laptop.with(time).in(folder);
        var meter = TestMeter.create(3, 20, NOW, time);
        var server = ThingsBoardServer.start(board, ServerFaults.parse(fault), 0)) {
      int readings = laptop.collect(meter, ErasePolicy.WHEN_PROVEN).newReadings();
      SyncReport report = sync(laptop).sync(SyncTarget.byApiKey(server.uri(), key), SyncListener.NONE);

      assertEquals(0, report.proven(), report.toString());
      assertTrue(report.problems().size() > 0, "silence is no sentence");
      assertEquals(readings, unproven(laptop, meter));
    }
  }

  private static long unproven(Laptop laptop, TestMeter meter) throws Exception {
    return laptop.store().meters().meter(meter.ssid()).orElseThrow().unproven();
  }

  private SyncService sync(Laptop laptop) {
    var store = laptop.store();
    return new SyncService(
        new SyncStores(store.meters(), store.readings(), store.outbox(), store.staleStamps(), store.corrections(),
            store.syncRuns(),
            store.firmwareReports(), _ -> Optional.empty()),
        HttpThingsBoardServer.opener(time), new BackoffPolicy(Duration.ofMillis(1), Duration.ofMillis(2), 2),
        (_, _) -> {}, new SplittableRandom(1), time);
  }
}
