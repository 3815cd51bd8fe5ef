package org.semcollector.app.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.store.StoreException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExportFileTest {
  @TempDir
  Path folder;

  @Test
  void aCompleteFileGetsItsNameAndReplacesTheOldOne() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "old");
    Rows rows = ExportFile.write(file, out -> {
      out.write(bytes("new"));
      assertEquals("old", Files.readString(file));
      return new Rows(1, true);
    });
    assertEquals(new Rows(1, true), rows);
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("a.csv"), names());
  }

  @Test
  void whatIsCancelledLeavesTheOldFileAndNothingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "old");
    Rows rows = ExportFile.write(file, out -> {
      out.write(bytes("half"));
      return new Rows(1, false);
    });
    assertFalse(rows.complete());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a.csv"), names());
  }

  @Test
  void whatFailsLeavesTheOldFileAndNothingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "old");
    ExportException failure = assertThrows(ExportException.class, () -> ExportFile.write(file, out -> {
      out.write(bytes("half"));
      throw new IOException("No space left on device");
    }));
    assertTrue(failure.getMessage().contains("No space left on device") && failure.getMessage().contains("safe"));
    assertThrows(StoreException.class, () -> ExportFile.write(file, _ -> {
      throw new StoreException("The database is damaged.");
    }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a.csv"), names());
  }

  @Test
  void aFolderThatIsNotThereIsSaidInOneSentence() {
    ExportException failure = assertThrows(ExportException.class,
        () -> ExportFile.write(folder.resolve("missing/a.csv"), _ -> new Rows(0, true)));
    assertTrue(failure.getMessage().contains("no such folder") && failure.getMessage().contains("Nothing was changed"));
  }

  @Test
  @EnabledIf("hasFullDevice")
  void aFullDiskIsSaidInOneSentence() {
    ExportException failure = assertThrows(ExportException.class, () -> ExportFile.write(Path.of("/dev/full"), out -> {
      out.write(new byte[10]);
      return new Rows(1, true);
    }));
    assertTrue(failure.getMessage().contains("could not be written completely"), failure.getMessage());
    assertTrue(Files.exists(Path.of("/dev/full")));
  }

  static boolean hasFullDevice() {
    return Files.exists(Path.of("/dev/full"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
