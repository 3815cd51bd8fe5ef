package org.semcollector.app.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.Bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `sem decode` and `sem correct` on files that no meter sent: refused by name and offset, never a stack trace.
class BrokenInputTest {
  // channel 1 | 1234.5 W | 1300.25 VA | 5.5 A | 229.75 V | 0.6125 kWh | 1700003603450 ms
  private static final String RECORD = "0100 00509a44 0088a244 0000b040 00c06543 cdcc1c3f fa631cd08b010000";

  @TempDir
  Path folder;

  Path log;
  Path visit;

  @BeforeEach
  void goodCompanions() throws IOException {
    log = Files.write(folder.resolve("powerloss.bin"), new byte[0]);
    visit = Files.writeString(folder.resolve("visit.json"),
        "{\"collectedAtMillis\": 1700005000000, \"clockSetAtMillis\": 1700000000000, \"firmwareVersion\": 102}");
  }

  @Test
  void anOddLengthIsNamedWithTheOffsetOfTheLastRecord() throws IOException {
    byte[] cut = Bytes.ofHex(RECORD + RECORD.substring(0, 20)).toArray();
    assertRefused(Files.write(folder.resolve("telemetry.bin"), cut), "at offset 30:");
  }

  @Test
  void aWebPageIsNamed() throws IOException {
    assertRefused(Files.writeString(folder.resolve("page.html"), "<!DOCTYPE html><title>Log in</title>"),
        "at offset 0:");
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    assertRefused(Files.write(folder.resolve("empty.bin"), new byte[0]), "at offset 0:");
  }

  @Test
  void aHugeFileIsRefusedWithoutReadingIt() throws IOException {
    Path huge = folder.resolve("huge.bin");
    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(20L * 1024 * 1024 * 1024);
    }
    assertRefused(huge, "at offset 8388608:");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomBytesAreRefused(int seed) throws IOException {
    var random = new SplittableRandom(seed);
    var bytes = new byte[30 * random.nextInt(1, 400)];
    random.nextBytes(bytes);
    assertRefused(Files.write(folder.resolve("random.bin"), bytes), "at offset ");
  }

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @Test
  void missingFilesAndFoldersAreNamed() {
    assertRefused(folder.resolve("nowhere.bin"), "no such file");
    assertRefused(folder, "is a folder");
  }

  @Test
  void aBrokenPowerLossLogIsNamedByOffset() throws IOException {
    Path telemetry = Files.write(folder.resolve("telemetry.bin"), Bytes.ofHex(RECORD).toArray());
    Files.write(log, new byte[81]);
    CliRun run = CliRun.of("decode", telemetry.toString(), "--powerloss", log.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.isOneClearSentence() && run.err().contains("powerloss.bin is refused at offset 80"), run.err());
  }

  @Test
  void aBrokenVisitFileIsNamed() throws IOException {
    Path telemetry = Files.write(folder.resolve("telemetry.bin"), Bytes.ofHex(RECORD).toArray());
    for (String broken : new String[]{"", "{", "[]", "{}", "{\"collectedAtMillis\": \"soon\"}",
        "{\"collectedAtMillis\": -5}", "{\"collectedAtMillis\": 9223372036854775807}",
        "{\"collectedAtMillis\": 1e300}", "{\"collectedAtMillis\": 1700005000000, \"zone\": \"Lagos\"}",
        "{\"collectedAtMillis\": 1700005000000, \"zone\": 1}"}) {
      Files.writeString(visit, broken);
      CliRun run = correct(telemetry);
      assertEquals(1, run.exitCode(), broken);
      assertTrue(run.isOneClearSentence() && run.err().contains("visit.json"), broken + ": " + run.err());
    }
  }

  @Test
  void aBrokenHistoryIsNamedByLine() throws IOException {
    Path telemetry = Files.write(folder.resolve("telemetry.bin"), Bytes.ofHex(RECORD).toArray());
    String header = "measuredAtMillis,intervalEnergyKwh,voltageV\n";
    Path history = folder.resolve("history.csv");
    for (String broken : new String[]{"", "time,kwh\n1,1\n", header + "1700000000000,0.5\n",
        header + "1700000000000,0.5,230,1\n", header + "soon,0.5,230\n", header + "-1,0.5,230\n",
        header + "99999999999999999999,0.5,230\n", header + "1700000000000,much,230\n"}) {
      Files.writeString(history, broken);
      CliRun run = correct(telemetry, "--history", history.toString());
      int line = broken.startsWith(header) ? 2 : 1;
      assertEquals(1, run.exitCode(), broken);
      assertTrue(run.isOneClearSentence() && run.err().contains("history.csv is refused at line " + line), run.err());
      assertFalse(Files.exists(folder.resolve("out.csv")));
    }
    Files.writeString(history, header + "1700000000000,0.5,230.5\n\n1699996400000,NaN,2.3e2\n");
    assertEquals(0, correct(telemetry, "--history", history.toString()).exitCode());
  }

  @Test
  void anUnknownMethodIsWrongUsage() throws IOException {
    Path telemetry = Files.write(folder.resolve("telemetry.bin"), Bytes.ofHex(RECORD).toArray());
    CliRun run = CliRun.of("correct", "--telemetry", telemetry.toString(), "--powerloss", log.toString(), "--visit",
        visit.toString(), "--method", "magic");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("magic") && run.err().contains("even"), run.err());
  }

  @Test
  void salvageShowsWhatStandsBeforeTheBreak() throws IOException {
    Path telemetry = Files.write(folder.resolve("t.bin"), Bytes.ofHex(RECORD + RECORD.substring(0, 20)).toArray());
    CliRun run = CliRun.of("decode", telemetry.toString(), "--salvage");
    assertEquals(3, run.exitCode());
    assertEquals(2, run.out().lines().count(), run.out());
  }

  @Test
  void aGoodFileIsDecodedToTheVectorsValues() throws IOException {
    Path telemetry = Files.write(folder.resolve("telemetry.bin"), Bytes.ofHex(RECORD).toArray());
    CliRun run = CliRun.of("decode", telemetry.toString());
    assertEquals(0, run.exitCode(), run.err());
    // power factor: 1234.5 / 1300.25
    assertEquals("0,1,1700003603450,2023-11-14T23:13:23.450Z,1234.5,1300.25,5.5,229.75,0.6125,0.9494328013843492",
        run.out().lines().skip(1).findFirst().orElseThrow());
  }

  private void assertRefused(Path telemetry, String reason) {
    for (CliRun run : new CliRun[]{CliRun.of("decode", telemetry.toString()), correct(telemetry)}) {
      assertEquals(1, run.exitCode(), run.err());
      assertEquals("", run.out());
      assertTrue(run.isOneClearSentence(), run.err());
      assertTrue(run.err().contains(telemetry.toString()) && run.err().contains(reason), run.err());
    }
    assertFalse(Files.exists(folder.resolve("out.csv")));
  }

  private CliRun correct(Path telemetry, String... more) {
    String[] usual = {"correct", "--telemetry", telemetry.toString(), "--powerloss", log.toString(), "--visit",
        visit.toString(), "--out", folder.resolve("out.csv").toString()};
    return CliRun.of(Stream.concat(Stream.of(usual), Stream.of(more)).toArray(String[]::new));
  }
}
