package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.semcollector.app.journal.files.FileJournal;
import org.semcollector.app.notes.json.JsonMeterNotes;
import org.semcollector.app.rollup.KeptSumsFollower;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.store.h2.SqlitePeer;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.MeterReply;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.SimulatedMeter;

/// A store as after two years of work: simulated three-phase meters, visited every quarter, each visit with everything
/// the journal keeps of it: readings read twice, clock set, erased. Then its size, how long opening takes, and reading.
record LargeStoreBench(SystemFacts system, Path folder, int meters, Optional<Path> sqlite) {
  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(730);
  private static final Duration BETWEEN_VISITS = Duration.ofDays(91);
  private static final int LIMIT_BYTES = 60;
  private static final double LIMIT_OPEN_SECONDS = 1.5;
  /// What a file system hands out at least.
  private static final int BLOCK = 4096;

  List<String> run() throws Exception {
    var lines = new ArrayList<String>();
    var storing = new long[1];
    try (FileJournal journal = FileJournal.at(folder.resolve("journal")); H2Store store = open()) {
      var rules = new Storing(new JsonMeterNotes(folder.resolve("notes"), system.clock()), system.clock());
      VisitProjection projection = rules.projection(store, rules.settlement(store));
      for (int meter = 0; meter < meters; meter++) {
        life(journal, projection, meter, storing);
      }
      lines.add(built(store.meters().meters(), storing[0] / 1e9));
    }
    long before = Files.size(database());
    long start = System.nanoTime();
    open().closeCompacted();
    lines.add(String.format(Locale.ROOT, "compacted in %.1f s: %,d bytes, before %,d", seconds(start),
        Files.size(database()), before));
    start = System.nanoTime();
    try (H2Store store = open()) {
      List<MeterRow> rows = store.meters().meters();
      lines.add(String.format(Locale.ROOT, "opened, with the list of its %d meters, in %.2f s; limit %.1f s: %s",
          rows.size(), seconds(start), LIMIT_OPEN_SECONDS, kept(seconds(start) <= LIMIT_OPEN_SECONDS)));
      lines.add(size(rows.stream().mapToLong(MeterRow::readings).sum()));
      lines.add(read(store.readings(), rows));
      if (sqlite.isPresent())
        lines.add(beside(SqlitePeer.run(sqlite.get(), folder.resolve("peer.sqlite"), store.readings(), rows)));
      else
        lines.add("SQLite: not measured, no driver given (--sqlite JAR)");
    }
    return lines;
  }

  private H2Store open() throws StoreException {
    return H2Store.open(folder.resolve("database"), ZoneOffset.UTC, new KeptSumsFollower());
  }

  private Path database() {
    return folder.resolve("database.mv.db");
  }

  private static void life(FileJournal journal, VisitProjection projection, int number, long[] storing)
      throws Exception {
    var ssid = new Ssid(String.format(Locale.ROOT, "SEM-24:6f:28:00:01:%02x", number));
    var meter = new SimulatedMeter(SimulatedMeter.Settings.of(ssid, number).threePhase());
    meter.powerOn(START);
    ask(meter, MeterRequest.post(Endpoint.TIME.path(), MeterTimeCodec.encode(START)));
    for (Instant at = START.plus(BETWEEN_VISITS); !at.isAfter(START.plus(LENGTH)); at = at.plus(BETWEEN_VISITS)) {
      meter.advanceTo(at);
      visit(journal, projection, meter, at, storing);
    }
  }

  private static void visit(FileJournal journal, VisitProjection projection, SimulatedMeter meter, Instant at,
      long[] storing) throws Exception {
    VisitRef visit = journal.begin(meter.ssid(), at);
    var facts = new ArrayList<VisitFact>();
    for (Endpoint endpoint : List.of(Endpoint.VERSION, Endpoint.TELEMETRY, Endpoint.POWER_LOSS_LOG)) {
      facts.add(received(meter, at, endpoint));
    }
    facts.add(new VisitFact.ReadoutComplete(at));
    ask(meter, MeterRequest.post(Endpoint.TIME.path(), MeterTimeCodec.encode(at)));
    facts.add(new VisitFact.ClockSetSent(at, at));
    facts.add(new VisitFact.ClockSetConfirmed(at));
    facts.add(received(meter, at, Endpoint.POWER_LOSS_LOG));
    facts.add(received(meter, at, Endpoint.TELEMETRY));
    facts.add(new VisitFact.EraseSent(at));
    facts.add(received(meter, at, Endpoint.RESET));
    facts.add(received(meter, at, Endpoint.TELEMETRY));
    facts.add(new VisitFact.EraseProven(at));
    facts.add(new VisitFact.Ended(at, "done", "Everything the meter had is safe here."));
    for (VisitFact fact : facts) {
      journal.append(visit, fact);
      long start = System.nanoTime();
      projection.apply(visit, fact);
      storing[0] += System.nanoTime() - start;
    }
  }

  private static VisitFact.Received received(SimulatedMeter meter, Instant at, Endpoint endpoint) {
    return new VisitFact.Received(at, endpoint, 200, ask(meter, MeterRequest.get(endpoint.path())));
  }

  private static Bytes ask(SimulatedMeter meter, MeterRequest request) {
    if (meter.handle(request) instanceof MeterReply.Answer answer && answer.status() == 200)
      return answer.body();
    throw new IllegalStateException("the simulated meter does not answer " + request.path());
  }

  private String built(List<MeterRow> rows, double seconds) {
    long readings = rows.stream().mapToLong(MeterRow::readings).sum();
    return String.format(Locale.ROOT, "%,d readings of %d meters with three channels in %,d visits; placed in time, "
        + "stored, added up and read back, durably fact by fact, in %.1f s: %,.0f readings/s", readings, meters,
        meters * LENGTH.dividedBy(BETWEEN_VISITS), seconds, readings / seconds);
  }

  private String size(long readings) throws IOException {
    double database = (double) Files.size(database()) / readings;
    double journal = (double) allocated(folder.resolve("journal")) / readings;
    return String.format(Locale.ROOT, "disk per reading: %.1f bytes database + %.1f bytes journal (whole blocks of %d) "
        + "= %.1f; limit %d: %s", database, journal, BLOCK, database + journal, LIMIT_BYTES,
        kept(database + journal <= LIMIT_BYTES));
  }

  private static long allocated(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Math.ceilDiv(Files.size(file), BLOCK) * BLOCK;
      }
      return bytes;
    }
  }

  private static String read(ReadingStore readings, List<MeterRow> rows) throws StoreException {
    var count = new long[1];
    long start = System.nanoTime();
    for (MeterRow row : rows) {
      readings.forEach(row.ssid(), ReadingStore.Range.ALL, _ -> count[0]++);
    }
    double all = seconds(start);
    MeterRow one = rows.get(rows.size() / 2);
    Instant from = one.firstMeasuredAt().orElseThrow().plus(LENGTH.dividedBy(2));
    start = System.nanoTime();
    int month = readings.readings(one.ssid(), new ReadingStore.Range(from, from.plus(Duration.ofDays(30)))).size();
    return String.format(Locale.ROOT, "all readings by time: %,.0f/s; the %,d readings of a meter's month in %.1f ms; "
        + "heap at most %d MB", count[0] / all, month, seconds(start) * 1000, Runtime.getRuntime().maxMemory() >> 20);
  }

  private static String beside(SqlitePeer.Result peer) {
    return String.format(Locale.ROOT, "SQLite, one row per reading, index by time, one transaction per meter: "
        + "%,.0f readings/s; opened in %.1f ms; a meter's month added up in %.1f ms; %.1f bytes per reading without any "
        + "journal", peer.insertedPerSecond(), peer.openMillis(), peer.monthMillis(), peer.bytesPerReading());
  }

  private static String kept(boolean isKept) {
    return isKept ? "kept" : "NOT KEPT";
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
