package org.semcollector.protocol.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.simulator.SimulatedMeter.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.semcollector.protocol.simulator.SimulatedMeterTest.body;
import static org.semcollector.protocol.simulator.SimulatedMeterTest.boots;
import static org.semcollector.protocol.simulator.SimulatedMeterTest.running;
import static org.semcollector.protocol.simulator.SimulatedMeterTest.settings;
import static org.semcollector.protocol.simulator.SimulatedMeterTest.stamps;
import static org.semcollector.protocol.simulator.SimulatedMeterTest.status;

class FirmwareRulesTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private static Instant hours(double hours) {
    return START.plusMillis((long) (hours * 3_600_000));
  }

  // channel 1 | 1000 W | 1000 VA | 4 A | 250 V
  @Test
  void aRecordHoldsTheLoadOfItsLastSeconds() {
    SimulatedMeter meter = running(settings().withLoad(Load.constant(1000, 250)));
    meter.advanceTo(hours(1.1));
    Bytes expected = Bytes.ofHex("0100 00007a44 00007a44 00008040 00007a43");
    assertEquals(expected, body(meter, "/telemetry").slice(0, 18));
  }

  // a step from 0 to 1600 W four seconds before the sample: of five values 0, 0, x, x, x the halving chain keeps
  // 0, 0, x/2, 3x/4, 7x/8
  @Test
  void powerIsAHalvingChainOfTheLastEightSeconds() {
    Load quiet = Load.constant(0, 230);
    SimulatedMeter probe = running(settings().withLoad(quiet));
    Instant save = probe.nextSave().orElseThrow();
    Load step = (time, _) -> new Load.Sample(time.isBefore(save.minusSeconds(4)) ? 0 : 1600, 0, 230);
    SimulatedMeter meter = running(settings().withLoad(step));
    meter.advanceTo(save);
    assertEquals(1400f, body(meter, "/telemetry").buffer().getFloat(2));
  }

  @Test
  void threePhasesAreSampledASecondApartAndInterleaved() {
    SimulatedMeter meter = running(settings().threePhase().withLoad(Load.constant(1000, 230)));
    meter.advanceTo(hours(3.1));
    Bytes telemetry = body(meter, "/telemetry");
    assertEquals(9 * 30, telemetry.length());
    List<Long> stamps = stamps(meter);
    for (int i = 0; i < 9; i++) {
      assertEquals(i % 3 + 1, telemetry.at(i * 30));
      assertEquals(stamps.get(i - i % 3) + 1000L * (i % 3), stamps.get(i));
      assertEquals(0.25, telemetry.buffer().getFloat(i * 30 + 18), 0.001);
    }
  }

  @Test
  void firmware101SavesEveryMinuteAndCountsSixtyfold() {
    SimulatedMeter meter = running(settings().withFirmwareVersion(101));
    meter.advanceTo(hours(1));
    List<Long> stamps = stamps(meter);
    assertTrue(stamps.size() >= 57 && stamps.size() <= 59, "records " + stamps.size());
    long spacing = stamps.get(1) - stamps.get(0);
    assertTrue(spacing >= 60_000 && spacing < 62_400, "spacing " + spacing);
    assertEquals(1.0 / 60 * 60 * 0.49 * spacing / 60_000, body(meter, "/telemetry").buffer().getFloat(48), 1e-4);
  }

  @Test
  void theOldestBuildsDoNotKnowVersion() {
    SimulatedMeter meter = running(settings().withFirmwareVersion(0));
    assertEquals(404, status(meter.handle(MeterRequest.get("/version"))));
    assertEquals(200, status(meter.handle(MeterRequest.get("/telemetry"))));
  }

  @Test
  void aBootOfLessThanAnHourStoresNothingAndLogsTheSameTimeAgain() {
    SimulatedMeter meter = running(settings());
    meter.advanceTo(hours(1.5));
    for (int i = 0; i < 3; i++) {
      meter.powerOff(hours(2 + i));
      meter.powerOn(hours(2.1 + i));
      meter.advanceTo(hours(2.9 + i));
    }
    assertEquals(1, stamps(meter).size());
    List<Long> boots = boots(meter).subList(1, 4);
    assertTrue(boots.getLast() - boots.getFirst() < 30 && boots.getFirst() - boots.getLast() < 30, boots.toString());
  }

  @Test
  void theEnergyOfTheUnfinishedHourIsLost() {
    SimulatedMeter meter = running(settings());
    meter.powerOff(hours(1.9));
    meter.powerOn(hours(2));
    meter.advanceTo(hours(4.1));
    double trueKwh = meter.truth().stream().mapToDouble(TrueReading::energyKwh).sum();
    assertEquals(3.0, trueKwh, 0.01);
    assertEquals(hours(2), meter.truth().get(1).periodStart());
  }

  @Test
  void settingTheTimeDoesNotMoveTheSave() {
    SimulatedMeter meter = running(settings());
    Instant due = meter.nextSave().orElseThrow();
    meter.advanceTo(hours(0.7));
    meter.handle(MeterRequest.post("/time", MeterTimeCodec.encode(START.minusSeconds(86_400))));
    assertEquals(due, meter.nextSave().orElseThrow());
    meter.advanceTo(hours(1.1));
    assertEquals(due.toEpochMilli() - 86_400_000L - 2_520_000L, stamps(meter).getFirst());
  }

  @Test
  void timeReadsEightBytesPadsShortOnesAndIgnoresTheRest() {
    SimulatedMeter meter = running(settings());
    // 1700000003450 ms = 0x018bcfe57d 7a..: little-endian, with two bytes too many; the milliseconds are dropped
    Bytes time = Bytes.ofHex("7a75e5cf8b010000 ffff");
    assertEquals(200, status(meter.handle(MeterRequest.post("/time", time))));
    assertEquals(time.buffer().getLong() / 1000 * 1000, meter.deviceTime().orElseThrow().toEpochMilli());
    assertEquals(200, status(meter.handle(MeterRequest.post("/time", Bytes.ofHex("e803")))));
    assertEquals(Instant.ofEpochMilli(1000), meter.deviceTime().orElseThrow());
    assertEquals(200, status(meter.handle(MeterRequest.post("/time", Bytes.EMPTY))));
    assertEquals(Instant.EPOCH, meter.deviceTime().orElseThrow());
  }

  @Test
  void aShortTokenIsPaddedALongOneCutAndAnEmptyOneIsAllNul() {
    SimulatedMeter meter = running(settings());
    meter.handle(MeterRequest.post("/token", Bytes.ofHex("414243")));
    assertEquals(Bytes.ofHex("414243" + "00".repeat(53)), body(meter, "/token"));
    meter.handle(MeterRequest.post("/token", Bytes.ofHex("42".repeat(60))));
    assertEquals(Bytes.ofHex("42".repeat(56)), body(meter, "/token"));
    assertEquals(200, status(meter.handle(MeterRequest.post("/token", Bytes.EMPTY))));
    assertEquals(Bytes.ofHex("00".repeat(56)), body(meter, "/token"));
  }

  @Test
  void aTokenThatIsNoTextIsStoredRefusedAndHangsWhenRead() {
    SimulatedMeter meter = running(settings());
    assertEquals(500, status(meter.handle(MeterRequest.post("/token", Bytes.ofHex("c328")))));
    assertInstanceOf(MeterReply.Unfinished.class, meter.handle(MeterRequest.get("/token")));
  }

  @Test
  void erasingKeepsTimeTokenAndTheHourInProgress() {
    SimulatedMeter meter = running(settings());
    meter.handle(MeterRequest.post("/token", Bytes.ofHex("41")));
    meter.advanceTo(hours(1.5));
    Instant clock = meter.deviceTime().orElseThrow();
    meter.handle(MeterRequest.get("/reset"));
    assertEquals(clock, meter.deviceTime().orElseThrow());
    assertTrue(meter.storedToken().isPresent());
    meter.advanceTo(hours(2.1));
    assertEquals(0.49, body(meter, "/telemetry").buffer().getFloat(18), 0.001);
    meter.powerOff(hours(2.2));
    meter.powerOn(hours(3));
    assertTrue(boots(meter).getFirst() > START.toEpochMilli(), "the stored time survived");
  }

  @Test
  void anEraseThatFailsHalfwayLosesTheLogAndBreaksUntilTheNextBoot() {
    SimulatedMeter meter = running(settings());
    meter.advanceTo(hours(3.1));
    meter.failNextEraseHalfway();
    assertEquals(500, status(meter.handle(MeterRequest.get("/reset"))));
    assertTrue(boots(meter).isEmpty());
    assertEquals(3, stamps(meter).size());
    assertEquals(500, status(meter.handle(MeterRequest.get("/reset"))));
    meter.advanceTo(hours(5));
    assertEquals(3, stamps(meter).size());
    assertEquals(1, meter.lostSaves());
    meter.reboot();
    assertEquals(200, status(meter.handle(MeterRequest.get("/reset"))));
    assertEquals(0, meter.recordCount());
    assertEquals(1, meter.erasures());
  }

  @Test
  void aFullFlashLosesSavesAndTimeInSilenceAndDoesNotComeUpAfter32Boots() {
    SimulatedMeter meter = running(settings().withCapacitySaves(5));
    meter.advanceTo(hours(8.1));
    assertEquals(5, stamps(meter).size());
    assertEquals(3, meter.lostSaves());
    assertEquals(500, status(meter.handle(MeterRequest.post("/time", MeterTimeCodec.encode(START)))));
    for (int i = 0; i < 31; i++) {
      meter.reboot();
    }
    assertTrue(meter.isRunning());
    long logged = boots(meter).get(31);
    assertTrue(logged - stamps(meter).get(3) < 2000, "its clock stopped at the last time it could store");
    meter.reboot();
    assertFalse(meter.isRunning());
    assertEquals(new MeterReply.NoAnswer(), meter.handle(MeterRequest.get("/version")));
  }

  @Test
  void anUpdateRestartsWithoutAnswerAndPutsTheClockBack() {
    SimulatedMeter meter = running(settings().withRestartTime(Duration.ofSeconds(6)));
    meter.advanceTo(hours(1.5));
    MeterRequest update = MeterRequest.post("/ota", SimulatedFirmware.image(1000, 1));
    assertEquals(400, status(meter.handle(update)));
    assertEquals(400, status(meter.handle(update.withHeader("X-FIRMWARE-VERSION", "102"))));
    assertEquals(400, status(meter.handle(update.withHeader("X-FIRMWARE-VERSION", "1.0.3"))));
    assertEquals(400, status(meter.handle(update.withHeader("X-FIRMWARE-VERSION", "4294967296"))));
    assertEquals(new MeterReply.NoAnswer(), meter.handle(update.withHeader("X-FIRMWARE-VERSION", "103")));
    assertFalse(meter.isRunning());
    meter.advanceTo(hours(1.5).plusSeconds(6));
    assertEquals("103", new String(body(meter, "/version").toArray(), StandardCharsets.US_ASCII));
    assertTrue(meter.deviceTime().orElseThrow().isBefore(hours(1.1)), "back to the last stored time");
    assertTrue(boots(meter).get(1) > START.toEpochMilli());
  }

  @Test
  void anImageMustBeWhole() {
    Bytes image = SimulatedFirmware.image(1000, 1);
    assertTrue(OtaImageCheck.accepts(image));
    assertFalse(OtaImageCheck.accepts(Bytes.EMPTY));
    assertFalse(OtaImageCheck.accepts(image.slice(0, image.length() - 1)));
    for (int offset : new int[]{0, 12, 30, 500, image.length() - 40, image.length() - 1}) {
      byte[] broken = image.toArray();
      broken[offset] ^= 1;
      assertFalse(OtaImageCheck.accepts(Bytes.copyOf(broken)), "broken at " + offset);
    }
    assertTrue(OtaImageCheck.accepts(SimulatedFirmware.image(1_048_576 - 80, 2)));
    assertFalse(OtaImageCheck.accepts(SimulatedFirmware.image(1_048_576 - 64, 2)));
    SimulatedMeter meter = running(settings());
    assertEquals(500, status(meter.handle(
        MeterRequest.post("/ota", image.slice(0, 900)).withHeader("X-FIRMWARE-VERSION", "103"))));
    assertEquals(102, meter.version().number());
  }

  @Test
  void anUpdateThatRollsBackLogsTwoBoots() {
    SimulatedMeter meter = running(settings());
    meter.rollBackUpdates();
    meter.handle(MeterRequest.post("/ota", SimulatedFirmware.image(10, 1)).withHeader("X-FIRMWARE-VERSION", "200"));
    assertEquals(102, meter.version().number());
    assertEquals(List.of(true, true, true, false, false), boots(meter).stream().map(entry -> entry > 0).toList());
  }

  @Test
  void anUpdateFrom101LeavesMinuteRecordsInTheFlash() {
    SimulatedMeter meter = running(settings().withFirmwareVersion(101));
    meter.advanceTo(START.plusSeconds(200));
    meter.handle(MeterRequest.post("/ota", SimulatedFirmware.image(10, 1)).withHeader("X-FIRMWARE-VERSION", "102"));
    meter.advanceTo(hours(1.2));
    assertEquals(4, stamps(meter).size());
    assertEquals(0.49, body(meter, "/telemetry").buffer().getFloat(3 * 30 + 18), 0.001);
  }

  @Test
  void whatAMeterDoesNotKnowIs404AndTheWrongMethod405() {
    SimulatedMeter meter = running(settings());
    assertEquals(404, status(meter.handle(MeterRequest.get("/favicon.ico"))));
    assertEquals(405, status(meter.handle(MeterRequest.post("/reset", Bytes.EMPTY))));
    assertEquals(405, status(meter.handle(MeterRequest.get("/time"))));
    assertEquals(200, status(meter.handle(MeterRequest.get("/"))));
  }

  @Test
  void metersWithOtherSeedsSaveAtOtherMoments() {
    Settings one = Settings.of(settings().ssid(), 1).withLoad(settings().load());
    Settings two = Settings.of(settings().ssid(), 2).withLoad(settings().load());
    SimulatedMeter first = running(one);
    SimulatedMeter second = running(two);
    first.advanceTo(hours(3));
    second.advanceTo(hours(3));
    assertNotEquals(stamps(first), stamps(second));
  }

  @Test
  void aMeterThatIsOffAnswersNothingAndRemembersNoMinute() {
    SimulatedMeter meter = running(settings());
    meter.powerOff(hours(1.5));
    assertEquals(new MeterReply.NoAnswer(), meter.handle(MeterRequest.get("/version")));
    meter.advanceTo(hours(10));
    meter.powerOn(hours(10));
    assertEquals(1, stamps(meter).size());
    assertEquals(List.of(new TrueOutage(hours(1.5), hours(10))), meter.outages());
  }
}
