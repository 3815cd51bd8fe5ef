package org.semcollector.app.setup.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class JsonSetUpsTest {
  private static final PreparedSetUp ONE = setUp(1, Optional.of("Kiosk «Ü»"), Optional.empty());
  private static final PreparedSetUp TWO = setUp(2, Optional.empty(),
      Optional.of(Instant.parse("2026-05-04T10:20:00Z")));

  @TempDir
  Path folder = Path.of("");

  private static PreparedSetUp setUp(int number, Optional<String> name, Optional<Instant> doneAt) {
    return new PreparedSetUp(new Ssid("SEM-24:6f:28:00:00:0" + number),
        new MeterToken("TestMetersToken0000" + number, new UUID(number, 1)), name, Optional.of("Hill"), doneAt);
  }

  private JsonSetUps list() {
    return new JsonSetUps(folder.resolve("setups.json"));
  }

  @Test
  void whatIsKeptIsThereAgainAndTheSameMeterIsReplaced() throws IOException {
    assertEquals(List.of(), list().all());
    list().keep(List.of(TWO));
    list().keep(List.of(ONE));
    assertEquals(List.of(ONE, TWO), list().all());
    PreparedSetUp renamed = setUp(2, Optional.of("Pump"), Optional.empty());
    list().keep(List.of(renamed));
    assertEquals(List.of(ONE, renamed), list().all());
    assertEquals(Optional.of(renamed), list().of(renamed.ssid()));
    assertTrue(!ONE.toString().contains("TestMetersToken00001"), "a token is not shown");
  }

  @Test
  void whatIsTakenBackIsGoneAndTheRestStays() throws IOException {
    list().keep(List.of(ONE, TWO));
    list().remove(ONE.ssid());
    list().remove(ONE.ssid());
    assertEquals(List.of(TWO), list().all());
  }

  /// Windows knows no such rights; there the data folder is the owner's.
  @Test
  void theFileIsItsOwnersAlone() throws IOException {
    list().keep(List.of(ONE));
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertEquals("rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("setups.json"))));
  }

  @Test
  void aListThatCannotBeReadIsNeverTakenForAnEmptyOne() throws IOException {
    Files.writeString(folder.resolve("setups.json"), "[{\"ssid\": \"SEM\"}]");
    assertThrows(IOException.class, () -> list().keep(List.of(ONE)));
    assertEquals("[{\"ssid\": \"SEM\"}]", Files.readString(folder.resolve("setups.json")));
  }
}
