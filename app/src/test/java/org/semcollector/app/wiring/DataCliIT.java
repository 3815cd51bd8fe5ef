package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.journal.files.FileJournal;
import org.semcollector.app.meter.CollectSentences;
import org.semcollector.app.notes.json.JsonMeterNotes;
import org.semcollector.app.rebuild.Databases;
import org.semcollector.app.rebuild.Rebuild;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.wiring.Sem.Run;
import org.semcollector.protocol.reading.Reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What commands do with data that were collected: export, lists, checking, rebuilding.
class DataCliIT {
  @TempDir
  Path data;

  private Sem sem;
  private SiteFixture site;
  private List<Reading> truth;

  @BeforeEach
  void collected() {
    sem = new Sem(data);
    site = SiteFixture.start(3);
    truth = site.flash(2);
    for (int i : new int[]{2, 0})
      sem.run("collect", "--url", site.url(i), "--ssid", site.ssid(i).value(), "--erase", "never").ends(0);
  }

  @AfterEach
  void close() {
    site.close();
  }

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
  void verifyFindsOneFlippedByteAndRebuildNamesIt() throws IOException {
    Run whole = sem.run("journal", "verify", "--json").ends(0);
    assertEquals(List.of("visits", "bodies", "bytes", "damages"), whole.json().names());
    assertEquals(List.of(2, List.of()), List.of(whole.json().get("visits"), whole.json().get("damages")));
    sem.run("journal").ends(2);

    Path body = telemetryBody(site.ssid(2).fileName());
    flip(body, Files.size(body) / 2);
    Run damaged = sem.run("journal", "verify").ends(1);
    assertTrue(damaged.out().contains(body.getFileName().toString()), damaged.out());
    assertEquals(1, sem.run("journal", "verify", "--json").ends(1).json().items("damages").size());

    Run rebuilt = sem.run("rebuild").ends(3);
    assertTrue(rebuilt.err().contains(body.getFileName().toString()), rebuilt.err());
    Run json = sem.run("rebuild", "--json").ends(3);
    assertEquals(List.of("visits", "readings", "problems", "oldDatabase"),
        json.json().names());
    assertEquals(1, json.json().get("visits"));
    assertEquals(1, json.json().items("problems").size());

    flip(body, Files.size(body) / 2);
    assertEquals(truth.size() + 1,
        sem.run("export", "--meter", site.ssid(2).value()).ends(0).lines().size(), "taken in once it is whole again");
  }

  @Test
  void rebuildGivesRowByRowTheSameAndKeepsNames() throws Exception {
    try (AppServices services = services()) {
      services.meters().rename(site.ssid(2), "Cold store");
      services.meters().setZone(site.ssid(2), java.time.ZoneId.of("Asia/Kathmandu"));
    }
    String before = sem.run("export", "--all").ends(0).out();
    String visits = sem.run("visits").ends(0).out();
    String meters = sem.run("meters").ends(0).out();
    assertTrue(meters.contains("Cold store"));
    Run rebuilt = sem.run("rebuild").ends(0);
    assertTrue(rebuilt.out().contains("from 2 visits: " + (before.lines().count() - 1) + " readings"), rebuilt.out());
    assertEquals(before, sem.run("export", "--all").ends(0).out());
    assertEquals(visits, sem.run("visits").ends(0).out());
    assertEquals(meters, sem.run("meters").ends(0).out());
    assertTrue(sem.run("meters", "--json").out().contains("Asia/Kathmandu"));
    assertEquals(1, kept().size());
    assertTrue(rebuilt.err().contains(kept().getFirst().toString()), rebuilt.err());
    Run again = sem.run("rebuild").ends(0);
    assertEquals(1, kept().size(), "of the former databases only the last one is kept");
    assertTrue(again.err().contains(kept().getFirst().toString()), again.err());
    assertEquals(before, sem.run("export", "--all").ends(0).out());
  }

  @Test
  void aCompactedDatabaseHoldsTheSame() throws IOException {
    String before = sem.run("export", "--all").ends(0).out();
    long size = Files.size(database());
    Run compacted = sem.run("store", "compact").ends(0);
    assertTrue(compacted.out().contains(String.format(Locale.ROOT, "%,d bytes", size)), compacted.out());
    assertTrue(Files.size(database()) <= size, compacted.out());
    assertEquals(before, sem.run("export", "--all").ends(0).out());
  }

  @Test
  void aRebuildThatFailsOrIsCancelledReplacesNothing() throws Exception {
    String before = sem.run("export", "--all").ends(0).out();
    var files = new DatabaseFiles(data, Sem.BERLIN, Sem.storing(data));
    var sentences = new CollectSentences(Locale.UK);
    var notes = new JsonMeterNotes(data.resolve("notes"), Sem.CLOCK);
    try (var journal = FileJournal.at(data.resolve("journal"))) {
      var failing = new Rebuild(journal, notes, () -> new FullDisk(files.makeFresh()), Sem.CLOCK, sentences);
      var failed = assertThrows(StoreException.class, () -> failing.run(Progress.NONE));
      assertTrue(failed.getMessage().contains("The disk is full.") && failed.getMessage().contains("as it was"),
          failed.getMessage());
      var cancelled = assertThrows(StoreException.class,
          () -> new Rebuild(journal, notes, files, Sem.CLOCK, sentences).run(new Cancelled()));
      assertTrue(cancelled.getMessage().contains("as it was"), cancelled.getMessage());
    }
    assertEquals(List.of(), kept());
    assertEquals(before, sem.run("export", "--all").ends(0).out());
  }

  /// A fresh database that takes no readings.
  private record FullDisk(Databases.Fresh fresh) implements Databases.Fresh {
    @Override
    public VisitProjection projection() {
      VisitProjection real = fresh.projection();
      return (visit, fact) -> {
        if (fact instanceof VisitFact.ReadoutComplete)
          throw new StoreException("The disk is full.");
        return real.apply(visit, fact);
      };
    }

    @Override
    public MeterStore meters() {
      return fresh.meters();
    }

    @Override
    public String swap() throws StoreException {
      return fresh.swap();
    }

    @Override
    public void close() throws StoreException {
      fresh.close();
    }
  }

  private record Cancelled() implements Progress {
    @Override
    public void at(long done, long total) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }

  @Test
  void aDeletedDatabaseIsMadeAgainByItself() throws IOException {
    String before = sem.run("export", "--all").ends(0).out();
    Files.delete(database());
    assertEquals(before, sem.run("export", "--all").ends(0).out());
  }

  @Test
  void aRebuildKilledBetweenItsTwoMovesIsHealed() throws IOException {
    String before = sem.run("export", "--all").ends(0).out();
    Files.move(database(), database().resolveSibling("sem-before-2026-11-20T15-20-00Z.mv.db"));
    Files.writeString(database().resolveSibling("sem-rebuilt.mv.db"), "half a database");
    assertEquals(before, sem.run("export", "--all").ends(0).out());
    sem.run("rebuild").ends(0);
    assertEquals(before, sem.run("export", "--all").ends(0).out());
    assertFalse(Files.exists(database().resolveSibling("sem-rebuilt.mv.db")));
  }

  @Test
  void aTruncatedDatabaseIsNamedAndRebuilt() throws IOException {
    String before = sem.run("export", "--all").ends(0).out();
    try (var file = FileChannel.open(database(), StandardOpenOption.WRITE)) {
      file.truncate(Files.size(database()) / 3);
    }
    Run broken = sem.run("export", "--all");
    if (broken.exitCode() == 0) {
      assertEquals(before, broken.out(), "what is shown must be all");
    } else {
      broken.ends(1);
      assertTrue(broken.err().contains("sem rebuild") && broken.err().contains("safe in the journal"), broken.err());
    }
    sem.run("rebuild").ends(0);
    assertEquals(before, sem.run("export", "--all").ends(0).out());
  }

  @Test
  void aDatabaseOfRubbishIsNamedAndRebuiltWithItsNames() throws IOException {
    sem.run("meter", "set", "--meter", site.ssid(2).value(), "--name", "Cold store").ends(0);
    String before = sem.run("export", "--all").ends(0).out();
    Files.write(database(), new byte[100_000]);
    Run broken = sem.run("meters").ends(1);
    assertTrue(broken.err().contains("sem rebuild") && broken.err().lines().count() == 1, broken.err());
    Run rebuilt = sem.run("rebuild").ends(0);
    assertTrue(rebuilt.err().contains("kept as"), rebuilt.err());
    assertTrue(sem.run("meters").ends(0).out().contains("Cold store"));
    assertEquals(before, sem.run("export", "--all").ends(0).out());
  }

  @Test
  void whatIsNotedAboutAMeterIsShownAndOutlivesTheDatabase() throws IOException {
    String ssid = site.ssid(1).value();
    Run noted = sem.run("meter", "set", "--meter", ssid, "--name", "Pump", "--site", "Hill", "--zone", "Asia/Kathmandu",
        "--energy-factor", "1.0556", "--channel", "1=Motor", "--channel", "2=Light").ends(0);
    assertEquals("ssid: " + ssid + "\nname: Pump\nsite: Hill\nzone: Asia/Kathmandu\nenergyFactor: 1.0556\n"
        + "channelNames: {1=Motor, 2=Light}\n", noted.out());
    Run changed = sem.run("meter", "set", "--meter", ssid, "--energy-factor", "none", "--channel", "2=").ends(0);
    assertTrue(!changed.out().contains("energyFactor") && changed.out().contains("{1=Motor}"), changed.out());
    for (String wrong : List.of("--energy-factor=0", "--energy-factor=NaN", "--energy-factor=x", "--channel=4=x",
        "--zone=Mars"))
      sem.run("meter", "set", "--meter", ssid, "--name", "Other", wrong).ends(2);
    Files.delete(database());
    String meters = sem.run("meters", "--json").ends(0).out();
    assertTrue(meters.contains("Pump") && meters.contains("Asia/Kathmandu") && !meters.contains("Other"), meters);
  }

  @Test
  void aDatabaseInUseIsNotRebuilt() throws Exception {
    String before = sem.run("export", "--all").ends(0).out();
    Process other = sem.java(HoldsDatabase.class, data.toString());
    try {
      assertEquals("open", other.inputReader().readLine());
      Run refused = sem.run("rebuild").ends(1);
      assertTrue(refused.err().contains("in use") && refused.err().lines().count() == 1, refused.err());
      assertTrue(sem.run("meters").ends(1).err().contains("in use"));
    } finally {
      other.destroy();
      other.waitFor();
    }
    assertEquals(List.of(), kept());
    assertEquals(before, sem.run("export", "--all").ends(0).out());
    sem.run("rebuild").ends(0);
  }

  @Test
  void duringARebuildNobodyElseGetsTheDatabase() throws Exception {
    var files = new DatabaseFiles(data, Sem.BERLIN, Sem.storing(data));
    try (var _ = files.makeFresh()) {
      Process other = sem.child("meters");
      String said = new String(other.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertEquals(1, other.waitFor(), said);
      assertTrue(said.contains("in use"), said);
      assertTrue(sem.run("rebuild").ends(1).err().contains("rebuilding"));
    }
    assertEquals(3, sem.run("meters").ends(0).lines().size());
    assertEquals(List.of(), kept());
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

  private AppServices services() {
    return AppServices.open(new SystemFacts(Sem.CLOCK, Sem.BERLIN, Locale.UK, Map.of(), "Linux", data),
        Optional.of(data), false);
  }

  private double sum(String bucket, int column) {
    return sem.run("export", "--meter", site.ssid(2).value(), "--bucket", bucket).ends(0).lines().stream().skip(1)
        .map(row -> row.split(",", -1)[column]).filter(cell -> !cell.isEmpty())
        // a reading's energy is a float; buckets are sums of doubles
        .mapToDouble(cell -> bucket.equals("raw") ? Float.parseFloat(cell) : Double.parseDouble(cell)).sum();
  }

  private Path database() {
    return data.resolve("database/sem.mv.db");
  }

  private List<Path> kept() throws IOException {
    try (var files = Files.list(data.resolve("database"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("sem-before-")).sorted().toList();
    }
  }

  private Path telemetryBody(String meter) throws IOException {
    try (var files = Files.walk(data.resolve("journal").resolve(meter))) {
      return files.filter(file -> file.getFileName().toString().contains("telemetry")).sorted().findFirst()
          .orElseThrow();
    }
  }

  private static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 1;
    Files.write(file, bytes);
  }
}
