package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semcollector.app.wiring.Sem.Run;
import org.semcollector.protocol.reading.Reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What commands do with data that were collected: export, lists, where they are.
class DataCliIT extends CollectedData {
  @Test
  void theRawExportIsWhatTheMeterHadOldestFirst() {
    List<String> rows = sem.run("export", "--meter", site.ssid(2).value(), "--bucket", "raw", "--format", "csv").ends(0)
        .lines();
    assertEquals("meter,ct,record,deviceMillis,measuredAt,earliest,latest,activePowerW,apparentPowerVa,currentA,"
        + "voltageV,intervalEnergyKwh,powerFactor,name,channelName,measuredAtMillis,measuredAtLocal,zone,why,"
        + "intervalSeconds,correction,energyFactor,scaledEnergyKwh", rows.getFirst());
    assertEquals(truth.size(), rows.size() - 1);
    for (int i = 0; i < truth.size(); i++) {
      Reading reading = truth.get(i);
      String[] cells = rows.get(i + 1).split(",", -1);
      assertEquals(List.of(site.ssid(2).value(), "" + reading.channel(), "" + i, "" + reading.deviceMillis()),
          List.of(cells[0], cells[1], cells[2], cells[3]));
      assertEquals(
          List.of(reading.activePowerW(), reading.apparentPowerVa(), reading.currentA(), reading.voltageV(),
              reading.intervalEnergyKwh()),
          List.of(cells).subList(7, 12).stream().map(Float::valueOf).toList());
      assertTrue(i == 0 || rows.get(i).split(",", -1)[4].compareTo(cells[4]) <= 0, rows.get(i + 1));
    }
    assertEquals(rows, sem.run("export", "--meter", site.ssid(2).value(), "--meter", site.ssid(2).value()).lines());
  }

  @Test
  void bucketsHoldTheEnergyOfTheReadings() {
    double raw = sum("raw", 11);
    assertTrue(raw > 1);
    for (String bucket : List.of("hour", "day", "week", "month", "year"))
      assertEquals(raw, sum(bucket, 3), raw * 1e-9, bucket);
  }

  @Test
  void anOpenEndStopsWhereTheReadingsDo() {
    List<String> all = sem.run("export", "--all", "--bucket", "day").ends(0).lines();
    assertEquals(all, sem.run("export", "--all", "--bucket", "day", "--from", "2020-01-01").ends(0).lines().stream()
        .filter(row -> !row.contains(",,0.0,0,")).toList());
    assertEquals(all, sem.run("export", "--all", "--bucket", "day", "--to", "2030-01-01").ends(0).lines().stream()
        .filter(row -> !row.contains(",,0.0,0,")).toList());
    List<String> since = sem.run("export", "--all", "--bucket", "day", "--from", "2026-11-18").ends(0).lines();
    assertEquals(all.stream().skip(1).filter(row -> row.split(",", -1)[1].compareTo("2026-11-18") >= 0).toList(),
        since.subList(1, since.size()));
    List<String> until = sem.run("export", "--all", "--bucket", "hour", "--to", "2026-11-14").ends(0).lines();
    assertTrue(until.size() > 1 && until.size() < 24 * 30 * 2, "rows: " + until.size());
  }

  @Test
  void anExportToAFileIsTheSameAndNeverHalf() throws IOException {
    Path file = data.resolve("out.csv");
    assertEquals("", sem.run("export", "--all", "--out", file.toString()).ends(0).out());
    assertEquals(sem.run("export", "--all").out(), Files.readString(file));
    Files.writeString(file, "mine");
    sem.run("export", "--meter", "SEM-24:6f:28:00:00:99", "--out", file.toString()).ends(1);
    assertEquals("mine", Files.readString(file));
    assertFalse(Files.exists(data.resolve("out.csv.part")));
    assertTrue(sem.run("export", "--all", "--out", data.resolve("no/such/out.csv").toString()).ends(1).err()
        .contains("out.csv"));
    List<?> rows = tools.jackson.databind.json.JsonMapper.shared()
        .readValue(sem.run("export", "--all", "--json").ends(0).out(), List.class);
    assertEquals(sem.run("export", "--all").lines().size() - 1, rows.size());
  }

  @Test
  void wrongTimesZonesAndChoicesAreWrongUsage() {
    for (String[] options : new String[][]{{}, {"--all", "--meter", site.ssid(0).value()}, {"--all", "--from", "soon"},
        {"--all", "--from", "2026-11-20", "--to", "2026-11-20"}, {"--all", "--zone", "Nowhere"}, {"--meter", "me"},
        {"--all", "--bucket", "fortnight"}, {"--all", "--format", "xml"}, {"--all", "--format", "xlsx"},
        {"--all", "--decimal", "comma", "--separator", "comma"}}) {
      var command = new ArrayList<>(List.of("export"));
      command.addAll(List.of(options));
      Run run = sem.run(command.toArray(String[]::new)).ends(2);
      assertEquals("", run.out());
      assertFalse(run.err().isBlank());
    }
  }

  @Test
  void metersAndVisitsAreListedWithTheDocumentedNames() {
    List<Document> meters = sem.run("meters", "--json").ends(0).list("meters");
    assertEquals(List.of("ssid", "name", "zone", "hasToken", "firmwareVersion", "readings", "unproven",
        "lastCollectedAt", "lastOutcome", "firstMeasuredAt", "lastMeasuredAt"),
        meters.getFirst().names());
    Document meter = meters.stream().filter(row -> row.get("ssid").equals(site.ssid(2).value())).findFirst()
        .orElseThrow();
    assertEquals(List.of(truth.size(), truth.size(), true, "done", "Europe/Berlin"),
        List.of(meter.get("readings"), meter.get("unproven"), meter.get("hasToken"), meter.get("lastOutcome"),
            meter.get("zone")));
    assertEquals(3, sem.run("meters").ends(0).lines().size());

    List<Document> visits = sem.run("visits", "--meter", site.ssid(2).value(), "--json").ends(0).list("visits");
    assertEquals(List.of("ssid", "journal", "startedAt", "endedAt", "outcome", "newReadings", "knownReadings", "erased",
        "outages", "sentence"), visits.getFirst().names());
    assertEquals(1, visits.size());
    assertEquals(3, sem.run("visits").ends(0).lines().size());
  }

  @Test
  void aDataFolderThatIsAFileIsSaid() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "x");
    for (String command : List.of("meters", "visits", "rebuild")) {
      Run run = new Sem(file).run(command).ends(1);
      assertEquals(1, run.err().lines().count(), run.err());
    }
    Process alone = new Sem(file).child("meters");
    String said = new String(alone.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(1, alone.waitFor());
    assertEquals(1, said.lines().count(), said);
    assertEquals("x", Files.readString(file));
  }

  @Test
  void anyNameOfTheDataFolderWillDo() throws IOException {
    var odd = new Sem(Files.createDirectories(data.resolve("50%off %h %t & ünï 'q'")));
    odd.run("collect", "--url", site.url(0), "--ssid", site.ssid(0).value(), "--erase", "never").ends(0);
    odd.run("rebuild").ends(0);
    assertEquals(2, odd.run("meters").ends(0).lines().size());
    assertTrue(Files.isDirectory(odd.data().resolve("log")));
    try (var logs = Files.list(odd.data().resolve("log"))) {
      assertNotEquals(0, logs.count());
    }
  }

  private double sum(String bucket, int column) {
    return sem.run("export", "--meter", site.ssid(2).value(), "--bucket", bucket).ends(0).lines().stream().skip(1)
        .map(row -> row.split(",", -1)[column]).filter(cell -> !cell.isEmpty())
        // a reading's energy is a float; buckets are sums of doubles
        .mapToDouble(cell -> bucket.equals("raw") ? Float.parseFloat(cell) : Double.parseDouble(cell)).sum();
  }
}
