package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.SimulatedMeter.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SimulatedMeterTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final MeterToken TOKEN = new MeterToken("A1b2C3d4E5f6G7h8I9j0",
      UUID.fromString("784f394c-42b6-435a-983c-b7beff2784f9"));

  static Settings settings() {
    return Settings.of(new Ssid("SEM-24:6f:28:00:00:01"), 7).withLoad(Load.constant(1000, 230))
        .withRestartTime(Duration.ZERO);
  }

  /// A meter switched on at START with its clock set right.
  static SimulatedMeter running(Settings settings) {
    var meter = new SimulatedMeter(settings);
    meter.powerOn(START);
    meter.handle(MeterRequest.post("/time", MeterTimeCodec.encode(START)));
    return meter;
  }

  static Bytes body(SimulatedMeter meter, String path) {
    return assertInstanceOf(MeterReply.Answer.class, meter.handle(MeterRequest.get(path))).body();
  }

  static int status(MeterReply reply) {
    return WireWriter.statusOf(reply).orElse(0);
  }

  static List<Long> stamps(SimulatedMeter meter) {
    Bytes body = body(meter, "/telemetry");
    return java.util.stream.IntStream.range(0, body.length() / 30).mapToObj(i -> body.buffer().getLong(i * 30 + 22))
        .toList();
  }

  /// The log as sent, stale entries included; empty after an erase.
  static List<Long> boots(SimulatedMeter meter) {
    Bytes body = body(meter, "/powerloss_log");
    return java.util.stream.IntStream.range(0, body.length() / 16).mapToObj(i -> body.buffer().getLong(i * 16))
        .toList();
  }

  @Test
  void savesOncePerHourPlusALittle() {
    SimulatedMeter meter = running(settings());
    meter.advanceTo(START.plus(Duration.ofHours(100)));
    List<Long> stamps = stamps(meter);
    assertEquals(99, stamps.size());
    for (int i = 1; i < stamps.size(); i++) {
      long spacing = stamps.get(i) - stamps.get(i - 1);
      assertTrue(spacing >= 3_600_000 && spacing <= 3_602_400, "spacing " + spacing);
    }
  }

  @Test
  void energyIsLowByTheDutyFactor() {
    SimulatedMeter meter = running(settings());
    meter.advanceTo(START.plus(Duration.ofHours(2)));
    TrueReading truth = meter.truth().getFirst();
    assertEquals(1.0, truth.energyKwh(), 0.001);
    assertEquals(0.49, body(meter, "/telemetry").buffer().getFloat(18), 0.001);
    assertEquals(truth.measuredAt().toEpochMilli(), stamps(meter).getFirst());
  }

  @Test
  void atBootTheClockGoesBackToTheLastStoredTimeAndThatIsLogged() {
    SimulatedMeter meter = running(settings());
    meter.advanceTo(START.plus(Duration.ofHours(5)));
    long lastStamp = stamps(meter).getLast();
    meter.powerOff(START.plus(Duration.ofHours(5)));
    Instant back = START.plus(Duration.ofHours(50));
    meter.powerOn(back);
    long logged = boots(meter).get(1);
    assertTrue(Math.abs(logged - lastStamp) < 1000 + 300, "logged " + logged + ", last stamp " + lastStamp);
    assertEquals(0, (logged / 1000 * 1000) % 1000);
    assertTrue(logged % 1000 >= 4 && logged % 1000 < 30, "a few ms after the restored whole second");
    assertEquals(logged / 1000 * 1000, meter.deviceTime().orElseThrow().toEpochMilli());
    assertEquals(List.of(new TrueOutage(START.plus(Duration.ofHours(5)), back)), meter.outages());
  }

  @Test
  void theFirstBootEverIsLoggedAFewMillisecondsAfter1970() {
    var meter = new SimulatedMeter(settings());
    meter.powerOn(START);
    List<Long> boots = boots(meter);
    assertEquals(5, boots.size());
    assertTrue(boots.getFirst() > 0 && boots.getFirst() < 30);
    assertEquals(List.of(0L, 0L, 0L, 0L), boots.subList(1, 5));
  }

  @Test
  void aTokenIsStoredInExactly56Bytes() {
    SimulatedMeter meter = running(settings());
    assertEquals(500, status(meter.handle(MeterRequest.get("/token"))));
    assertEquals(200, status(meter.handle(MeterRequest.post("/token", TOKEN.encode()))));
    assertEquals(TOKEN.encode(), body(meter, "/token"));
  }

  @Test
  void erasingKeepsTheTruth() {
    SimulatedMeter meter = running(settings());
    meter.advanceTo(START.plus(Duration.ofHours(5)));
    assertEquals(200, status(meter.handle(MeterRequest.get("/reset"))));
    assertTrue(body(meter, "/telemetry").isEmpty());
    assertTrue(body(meter, "/powerloss_log").isEmpty());
    assertFalse(meter.truth().isEmpty());
    meter.advanceTo(START.plus(Duration.ofHours(7)));
    assertEquals(1, meter.truth().getLast().epoch());
    assertEquals(1, meter.truth().getLast().record());
  }
}
