package org.semcollector.app.journal.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FileJournalTest {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:ab:cd:ef");
  private static final Ssid OTHER = new Ssid("SEM-24:6f:28:00:00:01");
  private static final Instant START = Instant.parse("2026-11-20T14:03:12.345678Z");

  @TempDir
  private Path temporary;
  private Path root = Path.of("");
  private FileJournal journal = FileJournal.at(root);

  @BeforeEach
  void open() {
    root = temporary.resolve("data").resolve("journal");
    journal = FileJournal.at(root);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private static List<VisitFact> facts() {
    Instant at = START.plusSeconds(1);
    return List.of(new VisitFact.Received(at, Endpoint.VERSION, 200, text("102")),
        new VisitFact.Received(at, Endpoint.TOKEN, 500, text("<h1>INTERNAL ERROR</h1>")),
        new VisitFact.Received(at.plusNanos(17), Endpoint.TELEMETRY, 200, random(300)),
        new VisitFact.BrokenOff(at, Endpoint.POWER_LOSS_LOG, random(80), "stopped \"quoted\"\nline \u2028 ä"),
        new VisitFact.Received(at, Endpoint.POWER_LOSS_LOG, 200, Bytes.EMPTY), new VisitFact.ReadoutComplete(at),
        new VisitFact.ClockSetSent(at, START.plusSeconds(9)),
        new VisitFact.Received(at, Endpoint.TIME, 200, Bytes.EMPTY),
        new VisitFact.ClockSetConfirmed(at), new VisitFact.EraseSent(at),
        new VisitFact.Received(at, Endpoint.RESET, 200, Bytes.EMPTY), new VisitFact.EraseProven(at),
        new VisitFact.Ended(at, "done", "All is safe."));
  }

  private static Bytes text(String text) {
    return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Bytes random(int length) {
    var content = new byte[length];
    new SplittableRandom(length).nextBytes(content);
    return Bytes.copyOf(content);
  }

  private VisitRef visitWithAllFacts(Ssid ssid, Instant at) throws JournalException {
    VisitRef visit = journal.begin(ssid, at);
    for (VisitFact fact : facts()) {
      journal.append(visit, fact);
    }
    return visit;
  }

  private Path file(VisitRef visit, String name) {
    return Path.of(journal.location(visit)).resolve(name);
  }

  private List<String> damages() throws JournalException {
    return journal.verify(Progress.NONE).damages();
  }

  private static void assertSentence(String part, JournalException failure) {
    String sentence = String.valueOf(failure.getMessage());
    assertTrue(sentence.contains(part), sentence);
  }

  @Test
  void everyKindOfFactComesBackAsItWas() throws JournalException {
    VisitRef visit = visitWithAllFacts(METER, START);

    var reopened = FileJournal.at(root);
    assertEquals(List.of(visit), reopened.visits());
    assertEquals(facts(), reopened.facts(visit));
  }

  @Test
  void aPersonFindsBodiesUnderTheirNames() throws JournalException, IOException {
    VisitRef visit = visitWithAllFacts(METER, START);

    assertEquals(root.toAbsolutePath().resolve("SEM-246f28abcdef").resolve("2026-11-20T14-03-12.345Z"),
        Path.of(journal.location(visit)));
    try (var files = Files.list(Path.of(journal.location(visit)))) {
      assertEquals(List.of("01-version.txt", "02-token.bin", "03-telemetry.bin", "04-powerloss-broken-off.bin",
          "05-powerloss.bin", "08-time-reply.txt", "11-reset-reply.txt", "events.jsonl"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
    assertEquals("102", Files.readString(file(visit, "01-version.txt")));
    assertTrue(Files.readString(root.resolve("README.txt")).contains("events.jsonl"));
  }

  @Test
  void onlyTheOwnerMayRead() throws JournalException, IOException {
    VisitRef visit = visitWithAllFacts(METER, START);
    if (!Files.getFileStore(root).supportsFileAttributeView("posix"))
      return;

    assertEquals("rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file(visit, "02-token.bin"))));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root)));
  }

  @Test
  void anUnharmedJournalHasNoDamage() throws JournalException {
    visitWithAllFacts(METER, START);
    visitWithAllFacts(METER, START.plusSeconds(60));
    visitWithAllFacts(OTHER, START);

    var report = journal.verify(Progress.NONE);
    assertEquals(List.of(), report.damages());
    assertEquals(3, report.visits());
    assertEquals(21, report.bodies());
    assertEquals(3 * (3 + 23 + 300 + 80), report.bytes());
  }

  @Test
  void aHalfWrittenLineIsIgnoredAndCutOffByTheNextFact() throws JournalException, IOException {
    VisitRef visit = journal.begin(METER, START);
    journal.append(visit, facts().getFirst());
    Files.writeString(file(visit, Events.FILE), "{\"sequence\":2,\"at\":\"2026-1", StandardOpenOption.APPEND);

    assertEquals(facts().subList(0, 1), journal.facts(visit));
    assertEquals(List.of(), damages());
    journal.append(visit, facts().get(1));
    assertEquals(facts().subList(0, 2), journal.facts(visit));
  }

  @Test
  void aKillAtAnyByteOfTheLastLineLeavesTheFactsBefore() throws JournalException, IOException {
    VisitRef visit = visitWithAllFacts(METER, START);
    Path events = file(visit, Events.FILE);
    byte[] whole = Files.readAllBytes(events);
    int lastLine = new String(whole, StandardCharsets.UTF_8).stripTrailing().lastIndexOf('\n') + 1;
    // UTF-8 letters before the last line make byte and character positions differ
    int lastByte = new String(whole, StandardCharsets.UTF_8).substring(0, lastLine)
        .getBytes(StandardCharsets.UTF_8).length;
    for (int cut = lastByte; cut < whole.length; cut++) {
      Files.write(events, java.util.Arrays.copyOf(whole, cut));
      assertEquals(facts().subList(0, facts().size() - 1), journal.facts(visit), "cut at byte " + cut);
    }
  }

  @Test
  void everyChangedByteOfAnEventsFileIsNoticed() throws JournalException, IOException {
    VisitRef visit = visitWithAllFacts(METER, START);
    Path events = file(visit, Events.FILE);
    byte[] whole = Files.readAllBytes(events);
    for (int i = 0; i < whole.length; i += 7) {
      if (whole[i] == '\n')
        continue;
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      Files.write(events, changed);
      assertThrows(JournalException.class, () -> journal.facts(visit), "byte " + i);
      assertFalse(damages().isEmpty(), "byte " + i);
    }
  }

  @Test
  void damageIsNamedByFileAndLine() throws JournalException, IOException {
    VisitRef visit = visitWithAllFacts(METER, START);
    Path events = file(visit, Events.FILE);
    Files.writeString(events, Files.readString(events).replace("\"status\":500", "\"status\":200"));

    assertEquals(List.of("The journal is damaged: line 3 of " + events + " is not as it was written."), damages());
  }

  @Test
  void aChangedOrMissingBodyIsNamed() throws JournalException, IOException {
    VisitRef visit = visitWithAllFacts(METER, START);
    Path telemetry = file(visit, "03-telemetry.bin");
    byte[] content = Files.readAllBytes(telemetry);
    content[17] ^= 4;
    Files.write(telemetry, content);
    Files.delete(file(visit, "02-token.bin"));

    assertEquals(List.of(
        "The journal is damaged: line 3 of " + file(visit, Events.FILE)
            + " speaks of the file 02-token.bin, which cannot be read.",
        "The journal is damaged: line 4 of " + file(visit, Events.FILE)
            + " speaks of the file 03-telemetry.bin, which was changed."),
        damages());
    assertThrows(JournalException.class, () -> journal.facts(visit));
  }

  @Test
  void linesCutOffWholeAreNoticedByTheBodiesLeftAndByTheNextVisit() throws JournalException, IOException {
    VisitRef visit = visitWithAllFacts(METER, START);
    visitWithAllFacts(METER, START.plusSeconds(60));
    Path events = file(visit, Events.FILE);
    List<String> lines = Files.readAllLines(events);
    Files.writeString(events, String.join("\n", lines.subList(0, 8)) + "\n");

    assertEquals(2, damages().size());
    assertTrue(damages().getFirst().endsWith("lacks the line for 11-reset-reply.txt."), damages().toString());
    assertTrue(damages().getLast().contains("are missing"), damages().toString());
  }

  @Test
  void aVisitTakenAwayOrMovedToAnotherMeterIsNoticed() throws JournalException, IOException {
    VisitRef visit = visitWithAllFacts(METER, START);
    visitWithAllFacts(METER, START.plusSeconds(60));
    journal.begin(OTHER, START);
    Files.move(Path.of(journal.location(visit)), root.resolve(OTHER.fileName()).resolve("2026-11-19T00-00-00.000Z"));

    assertEquals(2, damages().size());
    assertTrue(damages().stream().anyMatch(d -> d.contains("which is missing")), damages().toString());
    assertTrue(damages().stream().anyMatch(d -> d.contains("line 1 of")), damages().toString());
  }

  @Test
  void visitsKeepTheirOrderWhenTheLaptopsClockGoesBack() throws JournalException {
    VisitRef first = journal.begin(METER, START);
    VisitRef second = journal.begin(METER, Instant.parse("2000-01-01T00:00:00Z"));
    VisitRef third = journal.begin(METER, START);

    assertEquals(List.of(first, second, third), FileJournal.at(root).visits());
    assertEquals(Instant.parse("2000-01-01T00:00:00Z"), FileJournal.at(root).visits().get(1).startedAt());
    assertEquals(START, FileJournal.at(root).visits().get(2).startedAt());
  }

  @Test
  void aSecondProgramCannotWriteButMayRead() throws JournalException {
    VisitRef visit = visitWithAllFacts(METER, START);
    try (var other = FileJournal.at(root)) {
      var refused = assertThrows(JournalException.class, () -> other.begin(METER, START));
      assertSentence("Another SEM Collector is working with the journal in ", refused);
      assertThrows(JournalException.class, () -> other.append(visit, facts().getFirst()));
      assertEquals(facts(), other.facts(visit));

      journal.close();
      other.begin(METER, START.plusSeconds(1));
    }
  }

  @Test
  void aFullDiskIsSaidAndLeavesWhatWasThere() throws JournalException {
    VisitRef visit = visitWithAllFacts(METER, START);
    journal.close();
    for (int allowed = 0; allowed < 2; allowed++) {
      var full = new FileJournal(root, new FullDisk(allowed));
      var refused = assertThrows(JournalException.class, () -> full.append(visit, facts().getFirst()));
      assertSentence("No space left on device", refused);
      assertEquals(facts(), full.facts(visit));
      full.close();
      assertEquals(List.of(), damages());
    }
  }

  @Test
  void aDiskThatReadsBackOtherBytesIsNotTrusted() throws JournalException {
    VisitRef visit = visitWithAllFacts(METER, START);
    journal.close();
    var lying = new FileJournal(root, new LyingDisk());
    var refused = assertThrows(JournalException.class,
        () -> lying.append(visit, new VisitFact.Received(START, Endpoint.TELEMETRY, 200, random(60))));
    assertSentence("reads back differently", refused);
    lying.close();
  }

  @Test
  void anAlmostFullDiskStopsAVisitBeforeItBegins() {
    var almostFull = new FileJournal(root, new FullDisk(Integer.MAX_VALUE) {
      @Override
      public long usableBytes(Path folder) {
        return 10_000_000;
      }
    });
    var refused = assertThrows(JournalException.class, () -> almostFull.begin(METER, START));
    assertSentence("Only 10 MB are free on the disk of ", refused);
    almostFull.close();
  }

  @Test
  void aFolderThatIsNoVisitIsLeftAlone() throws JournalException, IOException {
    VisitRef visit = visitWithAllFacts(METER, START);
    Files.createDirectories(root.resolve("my notes"));
    Files.createDirectories(root.resolve(METER.fileName()).resolve("copy of a visit"));

    assertEquals(List.of(visit), journal.visits());
  }

  @Test
  void aBodyWhoseLineWasNeverWrittenIsSetAsideByTheNextFact() throws JournalException, IOException {
    VisitRef visit = journal.begin(METER, START);
    Files.writeString(file(visit, "01-version.txt"), "102");

    assertEquals(List.of(), damages());
    journal.append(visit, facts().getLast());
    assertEquals(List.of(), damages());
    assertEquals(facts().subList(facts().size() - 1, facts().size()), journal.facts(visit));
    assertEquals("102", Files.readString(file(visit, "01-version.txt.part")));
  }

  @Test
  void aVisitKilledBeforeItsFirstLineIsNoVisit() throws JournalException, IOException {
    String name = "2026-11-20T14-03-12.345Z";
    Files.createDirectories(root.resolve(METER.fileName()).resolve(name));

    assertEquals(List.of(), journal.visits());
    VisitRef next = journal.begin(METER, START.minusSeconds(5));
    assertEquals(List.of(next), journal.visits(METER));
    assertTrue(next.name().compareTo(name) > 0, next.name());
    assertEquals(List.of(), damages());
  }

  @Test
  void aVisitWhoseEventsAreGoneIsDamaged() throws JournalException, IOException {
    VisitRef visit = visitWithAllFacts(METER, START);
    Files.delete(file(visit, Events.FILE));

    assertEquals(List.of(visit.name()), journal.visits().stream().map(VisitRef::name).toList());
    VisitRef found = journal.visits().getFirst();
    assertThrows(JournalException.class, () -> journal.facts(found));
    assertEquals(7, damages().size());
  }
}
