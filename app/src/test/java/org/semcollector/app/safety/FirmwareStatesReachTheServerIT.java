package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.store.FirmwareReports.Mark;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitIngest;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What became of firmware that was sent from here is told to the server once a network is there, over real sockets and
/// with a real database.
@Timeout(120)
class FirmwareStatesReachTheServerIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");
  private static final Ssid METER = TestMeter.ssid(SyncSite.METER);
  private static final VisitRef VISIT = new VisitRef(METER, "firmware-visit", NOW);
  private static final List<VisitFact> FACTS = List.of(new VisitFact.FirmwareSent(NOW, 113, "ab".repeat(32)),
      new VisitFact.Received(NOW.plusSeconds(20), Endpoint.OTA, 200, Bytes.EMPTY),
      new VisitFact.FirmwareSeen(NOW.plusSeconds(60), 113),
      new VisitFact.Ended(NOW.plusSeconds(61), "done", "Updated."));

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);
  private final SyncSite site = new SyncSite(time);

  private H2Store laptop() throws StoreException {
    return H2Store.open(folder.resolve("sem"), ZoneOffset.UTC);
  }

  private static void update(H2Store store) throws StoreException {
    var ingest = new VisitIngest(store.ingest(), ClockEstimators.byName("even").orElseThrow());
    for (VisitFact fact : FACTS)
      ingest.apply(VISIT, fact);
  }

  private List<String> told() {
    var device = site.board().devices().getFirst();
    var states = new ArrayList<String>();
    site.board().stored(device.id(), "fw_state").forEach((_, value) -> states.add(value.text()));
    return states;
  }

  private static void assertAllProven(H2Store store) throws StoreException {
    assertEquals(4, store.firmwareReports().of(METER, Mark.PROVEN).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rest#1:500", "rest#1:hang", "rest#1:half", "rest#1:ignore", "rest#1:401",
      "rest#1:reset@0",
      "rest#1:502", "query#1:500", "rest#1:limit@2"})
  void everyStateIsToldAndProvenWhateverHappensOnTheWay(String faults) throws Exception {
    try (var store = laptop()) {
      update(store);
      try (var server = ThingsBoardServer.start(site.board(), ServerFaults.parse(faults), 0)) {
        var report = site.sync(store, site.target(server.uri()));
        assertEquals(4, report.firmware(), report.toString());
        assertTrue(report.problems().isEmpty(), report.toString());
      }
      assertEquals(List.of("DOWNLOADING", "DOWNLOADED", "UPDATING", "UPDATED"), told());
      var device = site.board().devices().getFirst();
      assertEquals("113", site.board().stored(device.id(), "current_fw_version").lastEntry().getValue().text());
      assertAllProven(store);
    }
  }

  @Test
  void theQueueSurvivesTheEndOfTheProcessAndTellingTwiceIsTellingOnce() throws Exception {
    try (var store = laptop()) {
      update(store);
    }
    try (var store = laptop(); var server = ThingsBoardServer.start(site.board(), ServerFaults.NONE, 0)) {
      update(store);
      assertEquals(4, store.firmwareReports().of(METER, Mark.ON_LAPTOP).size());
      site.sync(store, site.target(server.uri()));
      store.firmwareReports().again(METER, Mark.PROVEN);
      site.sync(store, site.target(server.uri()));
      assertEquals(4, told().size());
      assertEquals(0, site.sync(store, site.target(server.uri())).firmware(), "nothing is sent once more");
    }
  }

  @Test
  void withoutASignInAStateIsAcceptedAndProvenByALaterRunOrSentAgain() throws Exception {
    try (var store = laptop(); var server = ThingsBoardServer.start(site.board(), ServerFaults.NONE, 0)) {
      store.meters();
      update(store);
      giveToken(store);
      site.board().storeAtMost(0);
      site.sync(store, SyncTarget.byDeviceTokens(server.uri()));
      assertEquals(4, store.firmwareReports().of(METER, Mark.ACCEPTED).size());
      assertEquals(List.of(), told());
      site.board().crash();
      site.sync(store, site.target(server.uri()));
      assertEquals(4, told().size());
      assertAllProven(store);
    }
  }

  /// A meter's own visit tells its token.
  private void giveToken(H2Store store) throws StoreException {
    var ingest = new VisitIngest(store.ingest(), ClockEstimators.byName("even").orElseThrow());
    var visit = new VisitRef(METER, "collecting-visit", NOW.plusSeconds(120));
    var token = Map.of(Endpoint.VERSION, Bytes.copyOf("113".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
        Endpoint.TOKEN, TestMeter.token(SyncSite.METER).encode(), Endpoint.TELEMETRY, Bytes.EMPTY);
    for (Endpoint endpoint : List.of(Endpoint.VERSION, Endpoint.TOKEN, Endpoint.TELEMETRY))
      ingest.apply(visit, new VisitFact.Received(NOW.plusSeconds(121), endpoint, 200,
          java.util.Objects.requireNonNull(token.get(endpoint))));
    ingest.apply(visit, new VisitFact.ReadoutComplete(NOW.plusSeconds(122)));
    ingest.apply(visit, new VisitFact.Ended(NOW.plusSeconds(123), "done", "Collected."));
  }

  @Test
  void anUpdateWhoseEndNobodySawIsToldWhenTheMeterIsCollected() throws Exception {
    try (var store = laptop(); var server = ThingsBoardServer.start(site.board(), ServerFaults.NONE, 0)) {
      var ingest = new VisitIngest(store.ingest(), ClockEstimators.byName("even").orElseThrow());
      for (VisitFact fact : List.of(FACTS.getFirst(), FACTS.getLast()))
        ingest.apply(VISIT, fact);
      site.sync(store, site.target(server.uri()));
      assertEquals(List.of("DOWNLOADING"), told());
      giveToken(store);
      site.sync(store, site.target(server.uri()));
      assertEquals(List.of("DOWNLOADING", "UPDATED"), told());
    }
  }

  @Test
  void aServerThatWillNotTakeThemDoesNotKeepReadingsBackAndTheyCanBeSentAgain() throws Exception {
    SyncSite.collect(folder.resolve("collected"), 30, time);
    try (var store = H2Store.open(folder.resolve("collected/database/sem"), ZoneOffset.UTC)) {
      update(store);
      site.board().poison(NOW.toEpochMilli());
      try (var server = ThingsBoardServer.start(site.board(), ServerFaults.NONE, 0)) {
        var report = site.sync(store, site.target(server.uri()));
        assertEquals(0, report.waiting(), report.toString());
        assertTrue(report.proven() > 20, report.toString());
        assertEquals(4, store.firmwareReports().of(METER, Mark.REFUSED).size());
        site.board().poison(0);
        site.sync(store, site.target(server.uri()), new org.semcollector.app.sync.SyncOptions(false, true));
        assertAllProven(store);
      }
    }
  }

  @Test
  void aServerThatWasPutBackIsToldAgain() throws Exception {
    SyncSite.collect(folder.resolve("collected"), 30, time);
    try (var store = H2Store.open(folder.resolve("collected/database/sem"), ZoneOffset.UTC)) {
      update(store);
      SimulatedThingsBoard board = site.board();
      var empty = board.snapshot();
      try (var server = ThingsBoardServer.start(board, ServerFaults.NONE, 0)) {
        site.sync(store, site.target(server.uri()));
        assertEquals(4, told().size());
        board.restore(empty);
        site.sync(store, site.target(server.uri()));
        assertEquals(4, told().size());
      }
    }
  }
}
