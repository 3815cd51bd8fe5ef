package org.semcollector.protocol.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.simulator.SimulatedMeter.Settings;

/// One of the meters of sample-data/meters, made anew: the bytes a visit brings, what they say, and the truth.
///
/// @param folder its folder there
/// @param collectedAfter from putting it up to the visit
/// @param outages hours after putting it up at which power goes and comes, in pairs
/// @param keptBytes how much of the telemetry body arrives
record SampleMeter(String folder, Settings settings, Duration collectedAfter, List<Double> outages, int keptBytes) {
  private static final Instant PUT_UP = Instant.parse("2026-02-02T07:15:00Z");
  private static final String ZONE = "+01:00";

  static List<SampleMeter> all() {
    return List.of(
        new SampleMeter("clean", settings(1), Duration.ofDays(7), List.of(), Integer.MAX_VALUE),
        new SampleMeter("outages", settings(2), Duration.ofDays(14),
            List.of(50.3, 57.8, 120.0, 120.2, 120.2003, 120.25, 120.9, 149.5, 233.4, 233.9), Integer.MAX_VALUE),
        new SampleMeter("minutes", settings(3).withFirmwareVersion(101), Duration.ofHours(3), List.of(),
            Integer.MAX_VALUE),
        new SampleMeter("three-phase", settings(4).threePhase(), Duration.ofDays(4), List.of(30.1, 31.7),
            Integer.MAX_VALUE),
        new SampleMeter("malformed", settings(5), Duration.ofDays(2), List.of(), 20 * 30 + 17));
  }

  private static Settings settings(int number) {
    return Settings.of(new Ssid("SEM-24:6f:28:0a:00:0" + number), number)
        .withToken(new MeterToken("SampleMeterToken000" + number, new UUID(0x5e3a_0000_0000_4000L, number)));
  }

  /// All files of the folder by name.
  Map<String, Bytes> files() {
    var meter = new SimulatedMeter(settings);
    meter.powerOn(PUT_UP);
    meter.handle(MeterRequest.get("/reset"));
    meter.handle(MeterRequest.post("/time", MeterTimeCodec.encode(PUT_UP)));
    for (int i = 0; i < outages.size(); i += 2) {
      meter.powerOff(hours(outages.get(i)));
      meter.powerOn(hours(outages.get(i + 1)));
    }
    meter.advanceTo(PUT_UP.plus(collectedAfter));
    Bytes telemetry = SimulatedMeterTest.body(meter, "/telemetry");
    List<Reading> readings = meter.records();
    List<Reading> whole = readings.subList(0, Math.min(readings.size(), keptBytes / 30));
    var files = new LinkedHashMap<String, Bytes>();
    files.put("telemetry.bin", telemetry.slice(0, Math.min(keptBytes, telemetry.length())));
    files.put("powerloss_log.bin", SimulatedMeterTest.body(meter, "/powerloss_log"));
    files.put("visit.json", bytes(visit(meter)));
    files.put("readings.csv", bytes(readings(whole)));
    files.put("truth.csv", bytes(truth(meter.truth().subList(0, whole.size()))));
    return files;
  }

  @Override
  public String toString() {
    return folder;
  }

  private static Instant hours(double hours) {
    return PUT_UP.plusMillis(Math.round(hours * 3_600_000));
  }

  private String visit(SimulatedMeter meter) {
    return """
        {
          "ssid": "%s",
          "firmwareVersion": %d,
          "clockSetAtMillis": %d,
          "collectedAtMillis": %d,
          "zone": "%s"
        }
        """.formatted(meter.ssid(), settings.firmwareVersion(), PUT_UP.toEpochMilli(),
        PUT_UP.plus(collectedAfter).toEpochMilli(), ZONE);
  }

  private static String readings(List<Reading> readings) {
    var csv = new StringBuilder(
        "record,ct,deviceMillis,activePowerW,apparentPowerVa,currentA,voltageV,intervalEnergyKwh\n");
    for (int i = 0; i < readings.size(); i++) {
      Reading r = readings.get(i);
      csv.append(i).append(',').append(r.channel()).append(',').append(r.deviceMillis()).append(',')
          .append(r.activePowerW()).append(',').append(r.apparentPowerVa()).append(',').append(r.currentA())
          .append(',').append(r.voltageV()).append(',').append(r.intervalEnergyKwh()).append('\n');
    }
    return csv.toString();
  }

  private static String truth(List<TrueReading> truth) {
    var csv = new StringBuilder("record,ct,periodStartMillis,measuredAtMillis,energyKwh\n");
    for (TrueReading t : truth) {
      csv.append(t.record()).append(',').append(t.channel()).append(',').append(t.periodStart().toEpochMilli())
          .append(',').append(t.measuredAt().toEpochMilli()).append(',')
          .append(Math.round(t.energyKwh() * 1e6) / 1e6).append('\n');
    }
    return csv.toString();
  }

  private static Bytes bytes(String text) {
    return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
  }
}
