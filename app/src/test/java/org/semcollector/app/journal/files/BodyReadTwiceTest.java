package org.semcollector.app.journal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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

/// Readings that are read twice take the disk once, and both bodies come back byte for byte.
class BodyReadTwiceTest {
  private static final Instant AT = Instant.parse("2026-11-20T14:03:12Z");
  private static final int LENGTH = 6000;

  @TempDir
  Path folder;
  private FileJournal journal;
  private VisitRef visit;

  @BeforeEach
  void open() throws JournalException {
    journal = FileJournal.at(folder.resolve("journal"));
    visit = journal.begin(new Ssid("SEM-24:6f:28:ab:cd:ef"), AT);
  }

  @AfterEach
  void close() throws Exception {
    journal.close();
  }

  private static Bytes random(int length, int seed) {
    var content = new byte[length];
    new SplittableRandom(seed).nextBytes(content);
    return Bytes.copyOf(content);
  }

  private static Bytes grown(Bytes body, int by) {
    byte[] more = java.util.Arrays.copyOf(body.toArray(), body.length() + by);
    if (by > 0)
      more[more.length - 1] = 1;
    return Bytes.copyOf(more);
  }

  private static VisitFact.Received telemetry(Bytes body) {
    return new VisitFact.Received(AT, Endpoint.TELEMETRY, 200, body);
  }

  private List<VisitFact> append(VisitFact... facts) throws JournalException {
    for (VisitFact fact : facts) {
      journal.append(visit, fact);
    }
    return List.of(facts);
  }

  private Path file(String name) {
    return Path.of(journal.location(visit)).resolve(name);
  }

  private List<VisitFact> reopened() throws Exception {
    journal.close();
    journal = FileJournal.at(folder.resolve("journal"));
    assertEquals(List.of(), journal.verify(Progress.NONE).damages());
    return journal.facts(visit);
  }

  @Test
  void theSecondBodyTakesOnlyItsRest() throws Exception {
    Bytes first = random(LENGTH, 1);
    List<VisitFact> facts = append(telemetry(first), telemetry(grown(first, 30)), telemetry(first),
        telemetry(grown(first, 60)));
    assertEquals(facts, reopened());
    assertEquals(LENGTH, Files.size(file("01-telemetry.bin")));
    assertEquals(30, Files.size(file("02-telemetry-more.bin")));
    assertEquals(0, Files.size(file("03-telemetry-more.bin")));
    assertEquals(60, Files.size(file("04-telemetry-more.bin")));
    assertEquals(4L * LENGTH + 90, journal.verify(Progress.NONE).bytes());
  }

  @Test
  void anotherBodyIsKeptWhole() throws Exception {
    Bytes first = random(LENGTH, 1);
    List<VisitFact> facts = append(telemetry(first), telemetry(random(LENGTH, 2)),
        telemetry(first.slice(0, LENGTH - 30)));
    assertEquals(facts, reopened());
    assertTrue(Files.exists(file("02-telemetry.bin")));
    assertTrue(Files.exists(file("03-telemetry.bin")));
  }

  @Test
  void aBodyThatBrokeOffIsNotBuiltUpon() throws Exception {
    Bytes whole = random(LENGTH + 30, 1);
    List<VisitFact> facts = append(
        new VisitFact.BrokenOff(AT, Endpoint.TELEMETRY, whole.slice(0, LENGTH), "cut"), telemetry(whole));
    assertEquals(facts, reopened());
    assertTrue(Files.exists(file("02-telemetry.bin")));
  }

  @Test
  void whatIsDamagedOnTheDiskIsNotBuiltUpon() throws Exception {
    Bytes first = random(LENGTH, 1);
    append(telemetry(first));
    Files.write(file("01-telemetry.bin"), random(LENGTH, 2).toArray());
    append(telemetry(first));
    assertFalse(Files.exists(file("02-telemetry-more.bin")));
    assertEquals(LENGTH, Files.size(file("02-telemetry.bin")));
  }

  @Test
  void damageOfTheSharedStartIsNamedForBothBodies() throws Exception {
    Bytes first = random(LENGTH, 1);
    append(telemetry(first), telemetry(grown(first, 30)));
    for (String name : List.of("01-telemetry.bin", "02-telemetry-more.bin")) {
      byte[] good = Files.readAllBytes(file(name));
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 1;
      Files.write(file(name), bad);
      assertThrows(JournalException.class, () -> journal.facts(visit));
      var damages = new ArrayList<>(journal.verify(Progress.NONE).damages());
      assertEquals(name.startsWith("01") ? 2 : 1, damages.size(), damages.toString());
      Files.write(file(name), good);
    }
    assertEquals(List.of(), journal.verify(Progress.NONE).damages());
  }

  @Test
  void aMissingStartIsNamed() throws JournalException, IOException {
    Bytes first = random(LENGTH, 1);
    append(telemetry(first), telemetry(grown(first, 30)));
    Files.delete(file("01-telemetry.bin"));
    assertEquals(2, journal.verify(Progress.NONE).damages().size());
  }
}
