package org.semcollector.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BackupTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:34:56Z"), ZoneOffset.UTC);

  @TempDir
  Path folder = Path.of("");
  private Path data = Path.of("");
  private Path stick = Path.of("");

  @BeforeEach
  void someData() throws IOException {
    data = folder.resolve("data");
    stick = folder.resolve("stick");
    write("journal/SEM-246f28abcdef/2026.semvisit", "evidence");
    write("notes/SEM-246f28abcdef.json", "{}");
    write("settings.json", "{\"theme\": \"dark\"}");
    write("settings.json.part", "half");
    write("secrets.json", "sealed");
    write("database/sem.mv.db", "made from the journal");
  }

  @Test
  void whatCannotBeMadeAgainIsCopiedAndNothingElse() throws IOException {
    Backup.Copied copy = new Backup(data, CLOCK).copy(stick, Progress.NONE);
    assertEquals(stick.resolve("sem-backup-2026-03-01T12-34-56"), copy.folder());
    assertEquals(3, copy.files());
    assertEquals(List.of("journal/SEM-246f28abcdef/2026.semvisit", "notes/SEM-246f28abcdef.json", "settings.json"),
        names(copy.folder()));
    assertEquals("evidence", Files.readString(copy.folder().resolve("journal/SEM-246f28abcdef/2026.semvisit")));
    assertEquals(8 + 2 + 17, copy.bytes());
  }

  @Test
  void aCopyIntoTheDataIsRefused() {
    IOException refused = assertThrows(IOException.class,
        () -> new Backup(data, CLOCK).copy(data.resolve("copies"), Progress.NONE));
    assertTrue(String.valueOf(refused.getMessage()).contains("another disk"));
  }

  @Test
  void aSecondCopyInTheSameSecondDoesNotTouchTheFirst() throws IOException {
    new Backup(data, CLOCK).copy(stick, Progress.NONE);
    write("journal/SEM-246f28abcdef/2026.semvisit", "more evidence");
    assertThrows(IOException.class, () -> new Backup(data, CLOCK).copy(stick, Progress.NONE));
    assertEquals("evidence", Files.readString(
        stick.resolve("sem-backup-2026-03-01T12-34-56/journal/SEM-246f28abcdef/2026.semvisit")));
  }

  @Test
  void aCancelledCopyIsNoBackup() {
    Progress cancelled = new Progress() {
      @Override
      public void at(long done, long total) {}

      @Override
      public boolean cancelled() {
        return true;
      }
    };
    IOException stopped = assertThrows(IOException.class, () -> new Backup(data, CLOCK).copy(stick, cancelled));
    assertTrue(String.valueOf(stopped.getMessage()).contains("a part only"));
  }

  @Test
  void nothingToCopyIsAFailure() {
    assertThrows(IOException.class, () -> new Backup(folder.resolve("none"), CLOCK).copy(stick, Progress.NONE));
  }

  private void write(String name, String content) throws IOException {
    Path file = data.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.walk(of)) {
      return files.filter(Files::isRegularFile).map(file -> of.relativize(file).toString().replace('\\', '/')).sorted()
          .toList();
    }
  }
}
