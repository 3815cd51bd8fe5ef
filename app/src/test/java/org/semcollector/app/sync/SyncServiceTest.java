package org.semcollector.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semcollector.app.store.FirmwareReport;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.sync.FakeServer.Fault;
import org.semcollector.app.sync.SyncListener.Settled;
import org.semcollector.protocol.meter.Ssid;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.semcollector.app.sync.SyncFixture.BY_TOKEN;
import static org.semcollector.app.sync.SyncFixture.SIGNED_IN;
import static org.semcollector.app.sync.SyncFixture.START;
import static org.semcollector.app.sync.SyncFixture.ssid;
import static org.semcollector.app.sync.SyncFixture.token;

class SyncServiceTest {
  private final SyncFixture line = new SyncFixture();

  @Test
  void everythingIsUploadedInBatchesAndProven() throws StoreException {
    line.meter(1, 2_500);
    line.meter(2, 10);
    var report = line.sync(SIGNED_IN);
    assertEquals(new SyncReport(2_510, 0, 0, 0, List.of()), report);
    assertTrue(report.everythingProven());
    assertEquals(List.of(10, 500, 1_000, 1_000), line.server.uploads.stream().sorted().toList());
    assertEquals(0, line.server.keptAsked, "a count that is right needs no second look");
  }

  @Test
  void aSecondRunSendsNothingButAsksWhetherTheServerAnswers() throws StoreException {
    line.meter(1, 5);
    line.sync(SIGNED_IN);
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertEquals(2, line.server.signIns);
    assertEquals(List.of(5), line.server.uploads);
    line.server.script.add(Fault.NOT_THINGSBOARD);
    assertTrue(line.sync(BY_TOKEN).problems().getFirst().startsWith("Not ThingsBoard"));
  }

  @Test
  void earlierProvenReadingsBetweenTheNewOnesAreCountedToo() throws StoreException {
    line.meter(1, 100);
    line.sync(SIGNED_IN);
    line.store.store(ssid(1), 1, START.minusSeconds(60), 1);
    line.store.store(ssid(1), 1, START.plus(Duration.ofHours(500)), 1);
    assertEquals(2, line.sync(SIGNED_IN).proven());
    assertEquals(0, line.server.keptAsked);
  }

  @Test
  void strangeStampsInTheSpanLeadToALookAtEachReading() throws StoreException {
    line.meter(1, 100);
    kept(1).put(START.plusSeconds(5), OptionalDouble.of(7));
    assertEquals(100, line.sync(SIGNED_IN).proven());
    assertEquals(2, line.server.keptAsked, "for the proof, and for the look at the newest month");
  }

  @Test
  void lostReadingsAreNotHiddenByAsManyStrangeStamps() throws StoreException {
    line.meter(1, 100);
    line.store.onTick(reading -> assertTrue(kept(1).containsKey(reading.time().measuredAt()), "a tick without proof"));
    line.server.script.addAll(List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.HALF_LOST));
    for (int i = 0; i < 50; i++) {
      kept(1).put(START.plusSeconds(5 + i), OptionalDouble.of(0.2));
    }
    assertEquals(100, line.sync(SIGNED_IN).proven());
    assertEquals(List.of(100, 50), line.server.uploads);
  }

  @Test
  void aValueThatArrivedChangedIsSentAgain() throws StoreException {
    var reading = line.meter(1, 3).get(1);
    line.store.accepted(List.of(reading));
    kept(1).put(reading.time().measuredAt(), OptionalDouble.of(99));
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertEquals(reading.intervalEnergyKwh(), energyAt(reading.time().measuredAt()), 1e-9);
  }

  @Test
  void readingsWithoutEnergyAreProvenByTheirStamps() throws StoreException {
    line.meter(1, 5);
    line.store.store(ssid(1), 1, START.plusSeconds(1), Float.NaN);
    assertEquals(6, line.sync(SIGNED_IN).proven());
  }

  @Test
  void anUploadByDeviceTokenIsAcceptedAndNeverProven() throws StoreException {
    line.meter(1, 1_200);
    assertEquals(new SyncReport(0, 1_200, 0, 0, List.of()), line.sync(BY_TOKEN));
    assertFalse(line.sync(BY_TOKEN).everythingProven());
    assertEquals(2, line.server.uploads.size(), "accepted readings are not sent again without a proof that they lack");
  }

  @Test
  void acceptedReadingsAreProvenLaterWithoutASecondUpload() throws StoreException {
    line.meter(1, 1_200);
    line.sync(BY_TOKEN);
    line.server.uploads.clear();
    assertEquals(1_200, line.sync(SIGNED_IN).proven());
    assertEquals(List.of(), line.server.uploads);
  }

  @Test
  void acceptedReadingsThatTheServerLostAreSentAgain() throws StoreException {
    line.meter(1, 1_200);
    line.server.script.addAll(List.of(Fault.NONE, Fault.HALF_LOST));
    line.sync(BY_TOKEN);
    assertEquals(1_200, line.sync(SIGNED_IN).proven());
    assertEquals(1_200, kept(1).size());
  }

  @Test
  void onePoisonRecordIsSetAsideAndTheRestGoesOn() throws StoreException {
    var bad = line.meter(1, 1_000).get(617);
    line.server.poison.add(bad.time().measuredAt());
    var report = line.sync(SIGNED_IN);
    assertEquals(new SyncReport(999, 0, 1, 0, List.of()), report);
    assertEquals(Optional.of(State.REFUSED), line.store.state(bad));
    assertEquals(Optional.of("status 400, \"poison\""), line.store.reason(bad));
    assertTrue(line.server.uploads.size() < 30, "halving, not one by one: " + line.server.uploads.size());
  }

  @Test
  void aServerThatRefusesEverythingStopsTheMeterNotItsReadings() throws StoreException {
    line.meter(1, 1_000).forEach(reading -> line.server.poison.add(reading.time().measuredAt()));
    var report = line.sync(SIGNED_IN);
    assertEquals(20, report.refused());
    assertEquals(980, report.waiting());
    assertTrue(report.problems().getFirst().startsWith("Meter 1: The server refuses one reading after the other"));
  }

  @Test
  void batchesShrinkToWhatTheServerTakes() throws StoreException {
    line.meter(1, 1_000);
    line.server.mostPoints = 130;
    assertTrue(line.sync(SIGNED_IN).everythingProven());
  }

  @Test
  void aSingleReadingThatIsTooLargeIsSetAside() throws StoreException {
    line.meter(1, 2);
    line.server.mostPoints = 0;
    assertEquals(2, line.sync(SIGNED_IN).refused());
  }

  @Test
  void aBusyServerIsGivenTheTimeItAsksFor() throws StoreException {
    line.meter(1, 10);
    line.server.script.addAll(List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.BUSY));
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertEquals(List.of(Duration.ofSeconds(2)), line.pauses);
  }

  @Test
  void afterASilentServerTheUploadIsLookedForBeforeItIsRepeated() throws StoreException {
    line.meter(1, 10);
    line.server.script.addAll(List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.DONE_WITHOUT_REPLY));
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertEquals(List.of(10), line.server.uploads);
  }

  @Test
  void serverErrorsMakeBatchesSmallerButSetNothingAside() throws StoreException {
    line.meter(1, 1_000);
    line.server.script.addAll(List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.SERVER_ERROR, Fault.SERVER_ERROR));
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertEquals(List.of(1_000, 250, 62), line.server.uploads.subList(0, 3));
  }

  @Test
  void anExpiredSignInIsRenewedOnce() throws StoreException {
    line.meter(1, 10);
    line.server.script.addAll(List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.SIGN_IN));
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertEquals(2, line.server.signIns);
  }

  @Test
  void aSignInThatStaysRefusedStopsTheRunAtOnce() throws StoreException {
    line.meter(1, 10);
    line.meter(2, 10);
    line.server.script.addAll(List.of(Fault.NONE, Fault.NONE, Fault.SIGN_IN, Fault.NONE, Fault.SIGN_IN));
    var report = line.sync(SIGNED_IN);
    assertEquals(20, report.waiting());
    assertEquals(1, report.problems().size());
    assertTrue(report.problems().getFirst().startsWith("The server does not accept the sign-in"));
    assertEquals(List.of(), line.server.uploads);
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_ALLOWED", "NO_SUCH_DEVICE"})
  void oneMetersTroubleDoesNotStopTheOthers(Fault fault) throws StoreException {
    line.meter(1, 10);
    line.meter(2, 10);
    line.server.script.addAll(List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, fault));
    var report = line.sync(SIGNED_IN);
    assertEquals(10, report.proven());
    assertEquals(10, report.waiting());
    assertEquals(1, report.problems().size());
  }

  @Test
  void aCaptivePortalStopsTheRunAndIsNamed() throws StoreException {
    line.meter(1, 10);
    line.server.script.add(Fault.NOT_THINGSBOARD);
    var report = line.sync(BY_TOKEN);
    assertEquals(10, report.waiting());
    assertTrue(report.problems().getFirst().startsWith("Not ThingsBoard but a web page titled \"Hotel\" answered"));
  }

  @Test
  void aServerThatIsDownIsNotAskedForEveryMeter() throws StoreException {
    for (int i = 1; i <= 30; i++) {
      line.meter(i, 1);
    }
    line.sync(SIGNED_IN);
    for (int i = 1; i <= 30; i++) {
      line.readings(i, 1);
    }
    for (int i = 0; i < 1_000; i++) {
      line.server.script.add(i < 46 ? Fault.NONE : Fault.NOT_SENT);
    }
    var report = line.sync(SIGNED_IN);
    assertTrue(line.server.script.size() > 900, "asked too often: " + (1_000 - line.server.script.size()));
    assertTrue(report.waiting() > 0);
  }

  @Test
  void cancellingKeepsWhatIsProvenAndSaysSo() throws StoreException {
    line.meter(1, 20_000);
    var settled = new AtomicInteger();
    var report = line.sync(SIGNED_IN, new SyncListener() {
      @Override
      public void at(long done, long total) {
        assertEquals(20_000, total);
      }

      @Override
      public void settled(Ssid ssid, Settled how, int readings) {
        settled.addAndGet(readings);
      }

      @Override
      public boolean cancelled() {
        return settled.get() >= 3_000;
      }
    });
    assertEquals(20_000 - report.proven(), report.waiting());
    assertTrue(report.proven() >= 3_000 && report.proven() <= 11_000, "proven " + report.proven());
    assertTrue(report.problems().getFirst().startsWith("Cancelled."));
    assertEquals(20_000, line.sync(SIGNED_IN).proven() + report.proven());
  }

  @Test
  void readingsThatNoServerCanKeepAreSetAsideWithOurReason() throws StoreException {
    line.meter(1, 2);
    var old = line.store.store(ssid(1), 1, Instant.parse("1970-01-01T05:00:00Z"), 1);
    var twin = line.store.store(ssid(1), 1, START, 1);
    var report = line.sync(SIGNED_IN);
    assertEquals(2, report.refused());
    assertEquals(2, report.proven());
    assertTrue(line.store.reason(old).orElseThrow().contains("2000"));
    assertTrue(line.store.reason(twin).orElseThrow().contains("same time"));
    assertEquals(0.25, energyAt(START), 1e-9);
  }

  @Test
  void aTwinOfAProvenReadingDoesNotOverwriteIt() throws StoreException {
    line.meter(1, 2);
    line.sync(SIGNED_IN);
    line.store.store(ssid(1), 1, START, 9);
    assertEquals(1, line.sync(SIGNED_IN).refused());
    assertEquals(0.25, energyAt(START), 1e-9);
  }

  @Test
  void metersWithoutATokenAreMatchedByName() throws StoreException {
    line.meterOnly(1, Optional.empty());
    line.server.device("d1", ssid(1).value(), "other-token-00000001");
    line.readings(1, 3);
    line.meterOnly(2, Optional.empty());
    line.server.device("d2", "Meter 2", "other-token-00000002");
    line.readings(2, 3);
    line.meterOnly(3, Optional.empty());
    line.readings(3, 3);
    var report = line.sync(SIGNED_IN);
    assertEquals(6, report.proven());
    assertEquals(3, report.waiting());
    assertTrue(report.problems().getFirst().startsWith("Meter 3: It has no access token"));
  }

  @Test
  void aTokenOutweighsANameAndIsLookedForOnEveryPage() throws StoreException {
    line.meterOnly(1, Optional.of(token(1)));
    line.server.device("wrong", ssid(1).value(), "other-token-00000001");
    for (int i = 0; i < 9; i++) {
      line.server.device("x" + i, "X" + i, "other-token-0000001" + i);
    }
    line.server.device("right", "Flat", token(1).accessToken());
    line.readings(1, 3);
    assertEquals(3, line.sync(SIGNED_IN).proven());
    assertEquals(3, requireNonNull(line.server.kept.get("right")).size());
    assertEquals(0, requireNonNull(line.server.kept.get("wrong")).size());
  }

  @Test
  void aDeviceThatTwoMetersClaimGetsTheReadingsOfNone() throws StoreException {
    line.meter(1, 3);
    line.meterOnly(2, Optional.of(token(1)));
    line.readings(2, 3);
    var report = line.sync(SIGNED_IN);
    assertEquals(0, report.proven());
    assertEquals(2, report.problems().size());
    assertEquals(List.of(), line.server.uploads);
  }

  @Test
  void tokensAreAskedOnlyUntilAllAreFound() throws StoreException {
    line.meterOnly(1, Optional.of(token(1)));
    line.server.device("d", "Meter 1", token(1).accessToken());
    for (int i = 0; i < 100; i++) {
      line.server.device("x" + i, "A" + i, "other-token-00000%03d".formatted(i));
    }
    line.readings(1, 1);
    line.sync(SIGNED_IN);
    assertTrue(line.server.tokensAsked <= ServerCalls.IN_FLIGHT, "asked " + line.server.tokensAsked);
  }

  private NavigableMap<Instant, OptionalDouble> kept(int meter) {
    return requireNonNull(line.server.kept.get("device-" + meter));
  }

  private double energyAt(Instant stamp) {
    return requireNonNull(kept(1).get(stamp)).getAsDouble();
  }

  @Test
  void amongManyDevicesTheRightOneIsFoundAtOnceWhenItWasSeenBeforeAndStillWhenItsTokenMoved() throws StoreException {
    var line = new SyncFixture();
    for (int number = 50; number < 250; number++) {
      line.server.device("other-" + number, "A " + number, "token-of-other-%05d".formatted(number));
    }
    line.meter(1, 5);
    line.server.devicesPerPage = 50;
    SyncService service = line.service();
    assertTrue(service.sync(SIGNED_IN, SyncListener.NONE).everythingProven());
    int asked = line.server.tokensAsked;
    line.readings(1, 5);
    assertTrue(service.sync(SIGNED_IN, SyncListener.NONE).everythingProven());
    assertTrue(line.server.tokensAsked - asked <= ServerCalls.IN_FLIGHT, "asked " + (line.server.tokensAsked - asked));
    line.server.tokens.remove("token-of-other-00077");
    line.server.tokens.put(SyncFixture.token(1).accessToken(), "other-77");
    var moved = service.sync(SIGNED_IN, SyncListener.NONE);
    assertTrue(moved.everythingProven(), moved.toString());
    assertEquals(10, requireNonNull(line.server.kept.get("other-77")).size(), "it is the device with the token now");
  }

  @Test
  void aRunIsDueWhileSomethingWaitsThatItCanBringAndOnceADayToLook() throws StoreException {
    var line = new SyncFixture();
    line.meter(1, 3);
    assertTrue(line.service().isDue(true) && line.service().isDue(false));
    line.sync(BY_TOKEN);
    assertTrue(line.service().isDue(true), "accepted readings can be proven");
    assertFalse(line.service().isDue(false), "but not without a sign-in");
    line.server.poison.add(Expected.stamp(line.readings(1, 1).getFirst()));
    assertEquals(1, line.sync(SIGNED_IN).refused());
    assertFalse(line.service().isDue(true), "what was refused waits for a person");
    line.store.firmware
        .add(new FirmwareReport(SyncFixture.ssid(1), SyncFixture.START, FirmwareReport.State.UPDATED, 113,
            "aa".repeat(32), OptionalInt.of(113), ""));
    assertTrue(line.service().isDue(true) && line.service().isDue(false));
    line.sync(SIGNED_IN);
    assertFalse(line.service().isDue(true));
    line.store.started(SyncFixture.NOW.minus(Duration.ofHours(25)), "https://tb.example.org");
    assertTrue(line.service().isDue(true), "nobody looked for a day");
    assertFalse(line.service().isDue(false));
  }
}
