package org.semcollector.app.wifi.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.wifi.FormerNetworkNote.Former;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class FormerNetworkFileTest {
  private static final Former FORMER = new Former("en0", Optional.of("Caf\u00e9 & Co\n100 %"));

  @TempDir
  Path folder;
  private Path file;
  private ProcessHandle dead;

  @BeforeEach
  void aProcessThatEnded() throws Exception {
    file = folder.resolve("note");
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    dead = process.toHandle();
  }

  @Test
  void whatADeadRunLeftIsFound() {
    new FormerNetworkFile(file, dead).write(FORMER);
    assertEquals(Optional.of(FORMER), note().abandoned());
    new FormerNetworkFile(file, dead).write(new Former("en0", Optional.empty()));
    assertEquals(Optional.of(new Former("en0", Optional.empty())), note().abandoned());
  }

  @Test
  void whatARunThatLivesLeftIsItsOwn() {
    note().write(FORMER);
    assertEquals(Optional.empty(), note().abandoned());
  }

  @Test
  void aNumberThatWasGivenAgainIsAnotherProcess() throws Exception {
    note().write(FORMER);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.lastIndexOf('\n', text.length() - 2)) + "\n2001-01-01T00:00:00Z\n");
    assertEquals(Optional.of(FORMER), note().abandoned());
  }

  @Test
  void aNoteIsStruckOut() {
    new FormerNetworkFile(file, dead).write(FORMER);
    note().clear();
    assertFalse(Files.exists(file));
    assertEquals(Optional.empty(), note().abandoned());
    note().clear();
  }

  @Test
  void aDamagedNoteIsNone() throws Exception {
    for (String damaged : new String[]{"", "en0\n", "en0\nHome\nx\ny\n", "%\n%zz\n1\n2\n"}) {
      Files.writeString(file, damaged);
      assertEquals(Optional.empty(), note().abandoned(), damaged);
    }
  }

  private FormerNetworkFile note() {
    return new FormerNetworkFile(file, ProcessHandle.current());
  }
}
