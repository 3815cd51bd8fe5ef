package org.semcollector.app.laptopclock.json;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.laptopclock.ClockConfirmation;
import org.semcollector.app.laptopclock.ClockObservation;
import org.semcollector.app.laptopclock.Uptime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JsonClockEvidenceTest {
  private static final Instant SAID = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir
  Path folder;

  private JsonClockEvidence evidence() {
    return new JsonClockEvidence(folder.resolve("laptop-clock.json"));
  }

  private static ClockObservation seen(long aheadSeconds, long afterSeconds) {
    return new ClockObservation("https://things.example.org", true, SAID, Duration.ofMillis(1_200),
        SAID.plusSeconds(aheadSeconds), afterSeconds * 1_000_000_000L, "run-1");
  }

  @Test
  void whatWasSeenIsThereNextTime() {
    assertEquals(Optional.empty(), evidence().last());
    evidence().seen(seen(-3600, 0));
    assertEquals(Optional.of(seen(-3600, 0)), evidence().last());
    assertTrue(seen(-3600, 0).differs());
    assertEquals(Duration.ofHours(-1), seen(-3600, 0).laptopAhead());
    assertFalse(seen(1, 0).differs());
  }

  @Test
  void ofManyLooksInARowOneIsKeptUnlessTheClockChanged() {
    var evidence = evidence();
    evidence.seen(seen(0, 0));
    evidence.seen(seen(1, 10));
    assertEquals(Optional.of(seen(0, 0)), evidence.last());
    evidence.seen(seen(500, 20));
    assertEquals(Optional.of(seen(500, 20)), evidence.last());
    evidence.seen(seen(500, 400));
    assertEquals(Optional.of(seen(500, 400)), evidence.last());
  }

  @Test
  void aPersonsWordAndWhatIsExcusedAreThereNextTime() {
    var said = new ClockConfirmation(SAID, new Uptime.Count("boot", 5_000_000_000L, true));
    evidence().seen(seen(0, 0));
    evidence().confirmed(said);
    evidence().excuse(SAID.plusSeconds(10));
    evidence().excuse(SAID);
    assertEquals(Optional.of(said), evidence().confirmed());
    assertEquals(Optional.of(SAID.plusSeconds(10)), evidence().excusedUntil(), "the latest counts");
    assertEquals(Optional.of(seen(0, 0)), evidence().last());
  }

  @Test
  void rubbishIsNoEvidence() throws Exception {
    Files.writeString(folder.resolve("laptop-clock.json"), "{\"seen\": {\"said\": 5}}");
    assertEquals(Optional.empty(), evidence().last());
    assertEquals(Optional.empty(), evidence().confirmed());
  }
}
