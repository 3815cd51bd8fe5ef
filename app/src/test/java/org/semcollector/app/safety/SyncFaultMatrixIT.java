package org.semcollector.app.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.sync.SyncOptions;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever a server or a network does, over real sockets and with a real database: in the end every reading is exactly
/// once on the server and proven, or set aside with its reason. The same when its time is corrected and the correction
/// is taken back in between.
@Timeout(120)
class SyncFaultMatrixIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");
  private static final int HOURS = 1_100;
  private static final Duration LATER = Duration.ofMinutes(23);

  @TempDir
  private static Path collected;
  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);
  private final SyncSite site = new SyncSite(time);

  @BeforeAll
  static void collect() throws Exception {
    SyncSite.collect(collected, HOURS, new TestTime(NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "list#1:html", "rest#1:html", "delete#1:html", "query#2:redirect", "rest#2:redirect",
      "rest#1:401", "any#1-4:401", "rest#1:404", "delete#1:404", "rest#1-3:413", "rest#1-4:cut@70000",
      "rest#1:limit@2", "query#1:limit@2", "delete#1:limit@3", "rest#1:500", "rest#1-4:502", "delete#1:500",
      "query#1-3:500", "rest#1:hang", "delete#1:hang", "query#2:hang", "rest#1:late@700", "rest#1:reset@0",
      "query#1:reset@5", "rest#1:slow@300", "rest#1:slow@800", "rest#1-2:half", "rest#1:ignore", "delete#1:ignore",
      "delete#1:lose", "delete#1:drop", "rest#1:lose; delete:drop", "any#3+:502", "any#5-9:drop"})
  void afterAnyFaultEveryReadingIsThereOnceAndProven(String faults) throws Exception {
    try (var store = laptop()) {
      under(faults, store);
      SyncSite.correct(store, time, SyncSite.later(LATER));
      under(faults, store);
      site.assertTicksAreTrue(store);
      SyncSite.undo(store);
      under(faults, store);
      SyncSite.correct(store, time, SyncSite.later(LATER.multipliedBy(2)));
      finish(store);
      site.assertInItsPlace(store, 0);
    }
  }

  @Test
  void onePoisonRecordAmongAThousandIsSetAsideWithItsReasonAndComesWhenItIsTakenAfterAll() throws Exception {
    try (var store = laptop()) {
      site.board().poison(SyncSite.readings(store).get(617).time().measuredAt().toEpochMilli());
      assertEquals(1, under("", store).refused());
      site.assertInItsPlace(store, 1);
      assertTrue(store.outbox().reasons(TestMeter.ssid(SyncSite.METER)).toString().contains("value is malformed"));
      site.board().poison(0);
      try (var server = ThingsBoardServer.start(site.board(), ServerFaults.NONE, 0)) {
        assertTrue(site.sync(store, site.target(server.uri()), new SyncOptions(false, true)).everythingProven());
      }
      site.assertInItsPlace(store, 0);
    }
  }

  @Test
  void whatAServerOnlyQueuedAndLostComesAgainAlsoAtItsNewTime() throws Exception {
    try (var store = laptop(); var server = ThingsBoardServer.start(site.board(), ServerFaults.NONE, 0)) {
      site.board().storeAtMost(100);
      site.sync(store, SyncTarget.byDeviceTokens(server.uri()));
      time.pass(Duration.ofSeconds(4));
      site.board().crash();
      site.board().storeAtMost(Double.POSITIVE_INFINITY);
      SyncSite.correct(store, time, SyncSite.later(LATER));
      SyncReport waits = site.sync(store, SyncTarget.byDeviceTokens(server.uri()));
      assertTrue(waits.problems().toString().contains("Without a sign-in nothing can be deleted"), waits.toString());
      assertTrue(waits.waiting() > HOURS - 10, waits.toString());
      site.assertNothingTwice(store);
      finish(store);
      site.assertInItsPlace(store, 0);
    }
  }

  @Test
  void anUploadThatComesLateAfterTheCorrectionIsFoundAndDeleted() throws Exception {
    try (var store = laptop()) {
      site.board().storeAtMost(0);
      try (var server = ThingsBoardServer.start(site.board(), ServerFaults.NONE, 0)) {
        site.sync(store, SyncTarget.byDeviceTokens(server.uri()));
        SyncSite.correct(store, time, SyncSite.later(LATER));
        finish(store);
        site.board().storeAtMost(Double.POSITIVE_INFINITY);
        SyncReport report = site.sync(store, site.target(server.uri()), new SyncOptions(true, false));
        assertTrue(report.deleted() > 0, report.toString());
      }
      finish(store);
      site.assertInItsPlace(store, 0);
    }
  }

  @Test
  void aServerThatWasPutBackIsFilledUpByTheNextRun() throws Exception {
    try (var store = laptop()) {
      var empty = site.board().snapshot();
      finish(store);
      site.board().restore(empty);
      try (var server = ThingsBoardServer.start(site.board(), ServerFaults.NONE, 0)) {
        SyncReport report = site.sync(store, site.target(server.uri()));
        assertEquals(SyncSite.readings(store).size(), report.lost());
        assertTrue(report.everythingProven(), report.toString());
      }
      site.assertInItsPlace(store, 0);
    }
  }

  @Test
  void aServerThatWasPutBackToBeforeACorrectionHasEveryReadingOnceAgainAfterVerifying() throws Exception {
    try (var store = laptop()) {
      finish(store);
      var before = site.board().snapshot();
      SyncSite.correct(store, time, SyncSite.later(LATER));
      finish(store);
      site.board().restore(before);
      try (var server = ThingsBoardServer.start(site.board(), ServerFaults.NONE, 0)) {
        SyncReport report = site.sync(store, site.target(server.uri()), new SyncOptions(true, false));
        assertTrue(report.everythingProven(), report.toString());
        assertEquals(SyncSite.readings(store).size(), report.deleted());
      }
      site.assertInItsPlace(store, 0);
    }
  }

  @Test
  void everyRunIsInTheHistoryAlsoOneThatOnlyAsked() throws Exception {
    try (var store = laptop()) {
      under("any#1:html", store);
      finish(store);
      under("", store);
      var outcomes = store.syncRuns().newest(10).stream().map(run -> run.outcome().orElseThrow().name()).toList();
      assertEquals(java.util.List.of("DONE", "DONE", "FAILED"), outcomes);
      assertEquals(SyncSite.readings(store).size(), store.syncRuns().newest(2).getLast().counts().proven());
    }
  }

  private H2Store laptop() throws IOException, StoreException {
    Path database = Files.createDirectories(folder.resolve("database"));
    Files.copy(collected.resolve("database").resolve("sem.mv.db"), database.resolve("sem.mv.db"));
    return H2Store.open(database.resolve("sem"), ZoneOffset.UTC);
  }

  private SyncReport under(String faults, H2Store store) throws StoreException {
    try (var server = ThingsBoardServer.start(site.board(), ServerFaults.parse(faults), 0)) {
      SyncReport report = site.sync(store, site.target(server.uri()));
      site.assertTicksAreTrue(store);
      site.assertNothingTwice(store);
      return report;
    }
  }

  private void finish(H2Store store) throws StoreException {
    SyncReport report = under("", store);
    assertTrue(report.everythingProven(), report.toString());
  }
}
