package org.semcollector.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.sync.FakeServer.Fault;
import org.semcollector.protocol.meter.Ssid;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.semcollector.app.sync.SyncFixture.BY_TOKEN;
import static org.semcollector.app.sync.SyncFixture.SIGNED_IN;
import static org.semcollector.app.sync.SyncFixture.START;
import static org.semcollector.app.sync.SyncFixture.ssid;

/// Readings get other times after a server had them.
class ReSyncTest {
  private static final Ssid SSID = ssid(1);
  private static final Duration LATER = Duration.ofMinutes(17);

  private final SyncFixture line = new SyncFixture();

  @Test
  void movedReadingsLeaveTheirFormerTimesBeforeTheyAreSentAgain() throws StoreException {
    line.meter(1, 2_500);
    line.sync(SIGNED_IN);
    line.store.correct(SSID, r -> r.time().measuredAt().plus(LATER));
    assertEquals(2_500, line.preview().moved());
    line.server.neverTwice = true;
    var report = line.sync(SIGNED_IN);
    assertEquals(new SyncReport(2_500, 0, 0, 0, 2_500, 0, false, List.of()), report);
    assertServerHasEachOnce();
    assertEquals(3, line.server.deletes, "neighbouring stamps go in one request");
    assertEquals(0, line.preview().moved());
  }

  @Test
  void onlyWhatMovedIsDeletedAndSent() throws StoreException {
    var all = line.meter(1, 1_000);
    line.sync(SIGNED_IN);
    line.server.uploads.clear();
    line.store.retime(all.get(500), at(500).plus(LATER));
    assertEquals(1, line.sync(SIGNED_IN).deleted());
    assertEquals(List.of(1), line.server.uploads);
    assertServerHasEachOnce();
  }

  @Test
  void stampsOfOthersBetweenTheFormerTimesStay() throws StoreException {
    line.meter(1, 100);
    line.sync(SIGNED_IN);
    for (int i = 0; i < 100; i += 7) {
      line.foreign(1, at(i).plusSeconds(4), 0.25);
    }
    line.store.correct(SSID, r -> r.time().measuredAt().plus(LATER));
    assertEquals(100, line.sync(SIGNED_IN).deleted());
    assertServerHasEachOnce();
  }

  @Test
  void aTimeThatAnotherReadingTookIsSentOver() throws StoreException {
    line.meter(1, 100);
    line.sync(SIGNED_IN);
    line.store.correct(SSID, r -> r.time().measuredAt().plus(Duration.ofHours(1)));
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertServerHasEachOnce();
  }

  @Test
  void undoBringsEverythingBack() throws StoreException {
    line.meter(1, 300);
    line.sync(SIGNED_IN);
    line.store.correct(SSID, r -> r.time().measuredAt().plus(LATER));
    line.sync(SIGNED_IN);
    line.store.restore(SSID, 0);
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertServerHasEachOnce();
  }

  @Test
  void undoBeforeTheNextRunCostsOneDeletionAtMost() throws StoreException {
    line.meter(1, 300);
    line.sync(SIGNED_IN);
    line.store.correct(SSID, r -> r.time().measuredAt().plus(LATER));
    line.store.restore(SSID, 0);
    line.server.neverTwice = true;
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertTrue(line.server.deletes <= 1, "deletions: " + line.server.deletes);
    assertServerHasEachOnce();
  }

  @Test
  void withoutASignInWhatMovedWaitsAndTheRestGoesOn() throws StoreException {
    var all = line.meter(1, 50);
    line.sync(BY_TOKEN);
    line.store.retime(all.get(10), at(10).plus(LATER));
    line.readings(1, 5);
    var report = line.sync(BY_TOKEN);
    assertEquals(1, report.waiting());
    assertEquals(54, report.accepted());
    assertTrue(report.problems().getFirst().startsWith("Meter 1: 1 reading has another time now"), report.toString());
    assertTrue(report.problems().getFirst().contains("Without a sign-in"), report.toString());
    assertFalse(kept().containsKey(at(10).plus(LATER)));
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertServerHasEachOnce();
  }

  @Test
  void withASignInThatMayNotDeleteWhatMovedWaits() throws StoreException {
    var all = line.meter(1, 50);
    line.sync(SIGNED_IN);
    line.server.mayDelete = false;
    line.store.retime(all.get(10), at(10).plus(LATER));
    line.readings(1, 5);
    var report = line.sync(SIGNED_IN);
    assertEquals(1, report.waiting());
    assertEquals(5, report.proven());
    assertTrue(report.problems().getFirst().contains("This sign-in may not delete there"), report.toString());
    assertEquals(55, kept().size());
    line.server.mayDelete = true;
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertServerHasEachOnce();
  }

  @Test
  void aReadingThatWasNeverSentMovesWithoutATrace() throws StoreException {
    line.meter(1, 50);
    line.store.correct(SSID, r -> r.time().measuredAt().plus(LATER));
    assertEquals(0, line.preview().moved());
    assertEquals(new SyncReport(50, 0, 0, 0, List.of()), line.sync(SIGNED_IN));
  }

  @Test
  void anUploadThatAKilledRunMadeIsFoundAfterACorrection() throws StoreException {
    line.meter(1, 50);
    line.killed(SIGNED_IN, List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.KILLED_AFTER));
    assertEquals(50, kept().size());
    line.store.correct(SSID, r -> r.time().measuredAt().plus(LATER));
    line.server.neverTwice = true;
    assertEquals(50, line.sync(SIGNED_IN).deleted());
    assertServerHasEachOnce();
  }

  @Test
  void aCorrectionBetweenUploadAndProofIsNoProof() throws StoreException {
    var reading = line.meter(1, 3).get(1);
    line.server.afterUpload = () -> {
      line.server.afterUpload = () -> {};
      line.store.retime(reading, at(1).plus(LATER));
    };
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertServerHasEachOnce();
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF_LOST", "LOST", "SERVER_ERROR", "BUSY", "NOT_SENT", "DONE_WITHOUT_REPLY",
      "HALF_DONE_WITHOUT_REPLY", "KILLED_BEFORE", "KILLED_AFTER", "SIGN_IN", "NOT_THINGSBOARD", "NO_SUCH_DEVICE"})
  void whateverHappensToTheDeletionNothingIsSentBeforeItIsProven(Fault fault) throws StoreException {
    for (int moment = 0; moment < 14; moment++) {
      var other = new SyncFixture();
      other.meter(1, 40);
      other.sync(SIGNED_IN);
      other.foreign(1, at(20).plusSeconds(1), 0.3);
      other.store.correct(SSID, r -> r.time().measuredAt().plus(LATER));
      other.server.neverTwice = true;
      for (int i = 0; i < moment; i++) {
        other.server.script.add(Fault.NONE);
      }
      other.server.script.add(fault);
      other.killed(SIGNED_IN, List.of());
      other.server.script.clear();
      assertTrue(other.sync(SIGNED_IN).everythingProven(), fault + " at " + moment);
      assertServerHasEachOnce(other);
    }
  }

  @Test
  void aServerPutBackToBeforeTheCorrectionIsFoundByVerifying() throws StoreException {
    line.meter(1, 700);
    line.sync(SIGNED_IN);
    var backup = new TreeMap<>(kept());
    line.store.correct(SSID, r -> r.time().measuredAt().plus(LATER));
    line.sync(SIGNED_IN);
    line.restore(1, backup);
    line.server.neverTwice = true;
    var report = line.verify();
    assertEquals(new SyncReport(700, 0, 0, 0, 700, 700, false, List.of()), report);
    assertServerHasEachOnce();
  }

  @Test
  void aServerPutBackToBeforeTheCorrectionIsFoundByAUsualRun() throws StoreException {
    line.meter(1, 100);
    line.sync(SIGNED_IN);
    var backup = new TreeMap<>(kept());
    // inside the month only: neither its count nor its sum nor its ends differ
    line.store.correct(SSID, r -> r.time().measuredAt().equals(at(0)) || r.time().measuredAt().equals(at(99))
        ? r.time().measuredAt()
        : r.time().measuredAt().plus(LATER));
    line.sync(SIGNED_IN);
    line.restore(1, backup);
    long lost = 0;
    for (int run = 0; run < 20 && lost == 0; run++) {
      lost = line.sync(SIGNED_IN).lost();
    }
    assertEquals(98, lost);
    assertServerHasEachOnce();
  }

  private void assertServerHasEachOnce() {
    assertServerHasEachOnce(line);
  }

  private static void assertServerHasEachOnce(SyncFixture line) {
    Map<Instant, OptionalDouble> expected = new HashMap<>(line.foreign(1));
    for (StoredReading reading : line.store.all()) {
      assertEquals(java.util.Optional.<State>empty(), line.store.state(reading));
      expected.put(Expected.stamp(reading), OptionalDouble.of(reading.intervalEnergyKwh()));
    }
    assertEquals(expected, Map.copyOf(requireNonNull(line.server.kept.get("device-1"))));
  }

  private Map<Instant, OptionalDouble> kept() {
    return requireNonNull(line.server.kept.get("device-1"));
  }

  private static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }
}
