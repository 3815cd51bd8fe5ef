package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.journal.files.FileJournal;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.HouseholdLoad;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.MeterServer;
import org.semcollector.protocol.simulator.SimulatedMeter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Three visits to a meter whose power fails, over real sockets into a real database: settled by later visits, pinned,
/// taken back, and the same after a rebuild. Raw stamps never change.
class SettledTimesIT {
  private static final Ssid SSID = new Ssid("SEM-24:6f:28:00:00:09");
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  @TempDir
  Path data;

  private final MovedClock clock = new MovedClock();
  private final SimulatedMeter meter = new SimulatedMeter(SimulatedMeter.Settings.of(SSID, 9)
      .withToken(new MeterToken("TestMetersToken00009", new java.util.UUID(9, 1)))
      .withLoad(HouseholdLoad.asMeasured()));
  private Sem sem;
  private MeterServer server;

  /// A clock that stands until it is moved.
  private static final class MovedClock extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return Sem.BERLIN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void start() {
    sem = new Sem(data, Map.of(), clock);
    meter.powerOn(START);
    meter.handle(MeterRequest.post("/time", MeterTimeCodec.encode(START)));
    server = MeterServer.start(meter, FaultPlan.NONE, clock, 0);
    run(Duration.ofMinutes(90));
    visit();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void laterVisitsSettleWhatEarlierOnesPlaced() {
    run(Duration.ofDays(3)).off(Duration.ofMinutes(400)).run(Duration.ofMinutes(2 * 1440 + 8));
    visit();
    long before = worstSeconds();
    assertTrue(before > 600, "the phase of the saves is not known yet: " + before);
    run(Duration.ofDays(2));
    visit();
    assertTrue(worstSeconds() < 30, "off by " + worstSeconds() + " s");
    List<Document> outages = sem.run("outages", "--json").ends(0).list("outages");
    assertEquals(1, outages.size());
    assertEquals("NEXT_VISIT", outages.getFirst().text("why"));
  }

  @Test
  void anUpdateOfOursIsNamedAsARestartAndNoOutage() throws Exception {
    Instant sent = clock.now;
    off(Duration.ofSeconds(25));
    clock.now = sent.plusSeconds(70);
    try (FileJournal journal = FileJournal.at(data.resolve("journal"))) {
      VisitRef update = journal.begin(SSID, sent);
      journal.append(update, new VisitFact.FirmwareSent(sent, 102, "0".repeat(64)));
      journal.append(update, new VisitFact.FirmwareSeen(clock.now, 102));
      journal.append(update, new VisitFact.Ended(clock.now, "done", "It runs."));
    }
    run(Duration.ofDays(2)).off(Duration.ofHours(30)).run(Duration.ofMinutes(2 * 1440 + 8));
    visit();
    Document outages = sem.run("outages", "--json").ends(0).json();
    assertEquals(1, outages.list("outages").size());
    assertEquals(sent.toString(), outages.list("restarts").getFirst().text("from"));
    assertTrue(sem.run("outages").ends(0).err().contains("for an update from here: that is no outage."));
    List<String> causes = sem.run("gaps", "--json").ends(0).list("gaps").stream().map(gap -> gap.text("cause"))
        .toList();
    assertEquals(1, causes.stream().filter("restart"::equals).count(), causes.toString());
    assertEquals(1, causes.stream().filter("outage"::equals).count(), causes.toString());
    String times = export();
    sem.run("rebuild").ends(0);
    assertEquals(times, export());
  }

  @Test
  void pinnedUndoneAndRebuiltTimesAreTheSameAndRawStampsNeverChange() {
    run(Duration.ofDays(3));
    Instant gone = clock.now;
    off(Duration.ofMinutes(400));
    Instant back = clock.now;
    run(Duration.ofDays(4)).off(Duration.ofHours(30)).run(Duration.ofMinutes(2 * 1440 + 8));
    visit();
    int first = stamps().size();
    run(Duration.ofDays(1)).off(Duration.ofHours(3)).run(Duration.ofMinutes(1440 + 50));
    visit();
    String settled = export();
    List<String> stamps = stamps();

    Document preview = sem.run("recorrect", "--method", "none", "--json").ends(0).list("meters").getFirst();
    assertTrue(preview.number("moved") > 100, preview.toString());
    assertEquals(settled, export(), "a preview changes nothing");

    sem.run("outages", "--meter", SSID.value(), "--pin", gone + ".." + back).ends(0);
    String pinned = export();
    assertNotEquals(settled, pinned);
    assertTrue(worstSeconds(first) < 600, "both outages are known now: off by " + worstSeconds(first) + " s");
    String refused = sem.run("outages", "--meter", SSID.value(), "--pin", START.plus(Duration.ofHours(5)) + ".."
        + START.plus(Duration.ofHours(9))).ends(1).err();
    assertTrue(refused.contains("cannot be") && refused.contains("Nothing was changed"), refused);

    run(Duration.ofDays(2));
    visit();
    String later = export();
    assertTrue(later.startsWith(pinned.substring(0, pinned.indexOf('\n'))));
    sem.run("rebuild").ends(0);
    assertEquals(later, export());

    sem.run("recorrect", "--undo").ends(0);
    List<String> undone = export().lines().toList();
    String stillSettled = settled.lines().skip(settled.lines().count() / 3).findFirst().orElseThrow();
    assertTrue(undone.contains(stillSettled), stillSettled);
    sem.run("rebuild").ends(0);
    assertEquals(undone, export().lines().toList());
    assertEquals(stamps, stamps().subList(0, stamps.size()));
    assertTrue(sem.run("recorrect", "--undo").ends(0).out().contains("nothing to take back"));
  }

  private SettledTimesIT run(Duration length) {
    clock.now = clock.now.plus(length);
    meter.advanceTo(clock.now);
    return this;
  }

  private SettledTimesIT off(Duration length) {
    meter.powerOff(clock.now);
    clock.now = clock.now.plus(length);
    meter.powerOn(clock.now);
    return this;
  }

  private void visit() {
    sem.run("collect", "--url", server.uri().toString(), "--ssid", SSID.value(), "--clock-is-right").ends(0);
  }

  private String export() {
    return sem.run("export", "--all", "--bucket", "raw").ends(0).out();
  }

  private static List<String> column(String csv, int column) {
    return csv.lines().skip(1).map(row -> row.split(",", -1)[column]).toList();
  }

  private List<String> stamps() {
    return column(export(), 3);
  }

  private long worstSeconds() {
    return worstSeconds(stamps().size());
  }

  /// The largest error of the first stored times.
  private long worstSeconds(int count) {
    List<String> times = column(export(), 4);
    long worst = 0;
    for (int i = 0; i < count; i++)
      worst = Math.max(worst,
          Math.abs(ChronoUnit.SECONDS.between(meter.truth().get(i).measuredAt(), Instant.parse(times.get(i)))));
    return worst;
  }
}
