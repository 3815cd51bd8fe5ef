package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.semcollector.app.journal.files.FileJournal;
import org.semcollector.app.meter.CollectSentences;
import org.semcollector.app.notes.json.JsonMeterNotes;
import org.semcollector.app.rebuild.Databases;
import org.semcollector.app.rebuild.Rebuild;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.wiring.Sem.Run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Checking the journal and making the database anew from it.
class RebuildCliIT extends CollectedData {
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
