package org.semcollector.app.notes.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.notes.CorrectionChoice;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.NotesException;
import org.semcollector.app.notes.PinnedOutage;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JsonMeterNotesTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:34:56Z"), ZoneOffset.UTC);
  private static final Ssid KIOSK = new Ssid("SEM-24:6f:28:00:00:01");
  private static final Ssid PUMP = new Ssid("SEM-24:6f:28:00:00:02");
  private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

  @TempDir
  Path folder = Path.of("");

  private JsonMeterNotes notes() {
    return new JsonMeterNotes(folder.resolve("notes"), CLOCK);
  }

  private Path file() {
    return folder.resolve("notes").resolve("SEM-246f28000001.json");
  }

  @Test
  void nothingSaidIsAnEmptyNoteAndNoFile() throws NotesException {
    assertEquals(MeterNote.empty(KIOSK), notes().note(KIOSK));
    assertEquals(List.of(), notes().all());
    assertEquals(MeterNote.empty(KIOSK), notes().change(KIOSK, note -> note));
    assertFalse(Files.exists(folder.resolve("notes")));
  }

  @Test
  void everythingSaidIsThereAgainAndMetersAreApart() throws NotesException {
    MeterNote said = notes().change(KIOSK, note -> note.withName(" Kiosk «Ü» ").withSite("Market")
        .withZone(ZoneId.of("Asia/Kathmandu")).withEnergyFactor(OptionalDouble.of(1.0556))
        .withChannelNames(Map.of(1, "Light", 3, "Fridge"))
        .withCorrection(new CorrectionChoice(Optional.of("profile"), List.of()))
        .withCorrection(new CorrectionChoice(Optional.of("even"), List.of(
            new PinnedOutage(2, NOON.plusSeconds(90), NOON.plusSeconds(91)),
            new PinnedOutage(1, NOON, NOON.plusMillis(1500))))));
    notes().change(PUMP, note -> note.withName("Pump"));
    assertEquals(said, notes().note(KIOSK));
    assertEquals(Optional.of("Kiosk «Ü»"), said.name());
    assertEquals(NOON, said.correction().pins().getFirst().from(), "pins stand in the order of time");
    assertEquals(List.of(KIOSK, PUMP), notes().all().stream().map(MeterNote::ssid).toList());
    assertEquals(Optional.empty(), notes().change(KIOSK, note -> note.withName(" ")).name());
  }

  @Test
  void aFormerCorrectionComesBackUntilThereIsNone() {
    MeterNote note = MeterNote.empty(KIOSK);
    CorrectionChoice even = CorrectionChoice.NONE.withEstimator(Optional.of("even"));
    CorrectionChoice pinned = even.withPins(List.of(new PinnedOutage(1, NOON, NOON.plusSeconds(1))));
    MeterNote changed = note.withCorrection(even).withCorrection(pinned).withCorrection(pinned);
    assertEquals(pinned, changed.correction());
    assertEquals(even, changed.withFormerCorrection().correction());
    assertEquals(note, changed.withFormerCorrection().withFormerCorrection());
    assertEquals(note, note.withFormerCorrection());
    MeterNote often = note;
    for (int i = 0; i < 2 * MeterNote.MOST_FORMER; i++)
      often = often.withCorrection(CorrectionChoice.NONE.withEstimator(Optional.of("m" + i)));
    assertEquals(MeterNote.MOST_FORMER, often.formerCorrections().size());
    assertEquals(Optional.of("m38"), often.withFormerCorrection().correction().estimator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"schemaVersion\": 2, \"ssid\": \"SEM-24:6f:28:00:00:01\"}",
      "{\"schemaVersion\": 1, \"ssid\": \"other\"}",
      "{\"schemaVersion\": 1, \"ssid\": \"SEM-24:6f:28:00:00:01\", \"zone\": \"Mars\"}",
      "{\"schemaVersion\": 1, \"ssid\": \"SEM-24:6f:28:00:00:01\", \"energyFactor\": -1}",
      "{\"schemaVersion\": 1, \"ssid\": \"SEM-24:6f:28:00:00:01\", \"channelNames\": {\"x\": \"y\"}}"})
  void whatCannotBeUnderstoodIsSetAsideAndKept(String text) throws NotesException, IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
    assertEquals(MeterNote.empty(KIOSK), notes().note(KIOSK));
    notes().change(KIOSK, note -> note.withName("Kiosk"));
    Path aside = file().resolveSibling("SEM-246f28000001.json.bad-20260301T123456Z");
    assertEquals(text, Files.readString(aside));
    assertEquals(1, notes().all().size());
  }

  @Test
  void aFailedSaveSaysSoAndChangesNothing() throws NotesException, IOException {
    notes().change(KIOSK, note -> note.withName("Kiosk"));
    Files.createDirectory(file().resolveSibling("SEM-246f28000001.json.new"));
    var failed = assertThrows(NotesException.class, () -> notes().change(KIOSK, note -> note.withName("Other")));
    assertTrue(String.valueOf(failed.getMessage()).contains("as it was"), failed.getMessage());
    assertEquals(Optional.of("Kiosk"), notes().note(KIOSK).name());
  }

  @Test
  void whatCannotBeIsRefused() {
    MeterNote empty = MeterNote.empty(KIOSK);
    for (double factor : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1000.1})
      assertThrows(IllegalArgumentException.class, () -> empty.withEnergyFactor(OptionalDouble.of(factor)));
    assertThrows(IllegalArgumentException.class, () -> empty.withChannelNames(Map.of(0, "x")));
    assertThrows(IllegalArgumentException.class, () -> new PinnedOutage(1, NOON, NOON));
    assertThrows(IllegalArgumentException.class, () -> CorrectionChoice.NONE.withPins(List.of(
        new PinnedOutage(1, NOON, NOON.plusSeconds(60)),
        new PinnedOutage(2, NOON.plusSeconds(59), NOON.plusSeconds(70)))));
  }
}
