package org.semcollector.app.safety;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.protocol.reading.ReadingCodec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The fullest meter there can be is collected, proven, stored and erased in 256 MB of heap. The times are printed, not
/// judged: a busy machine must not fail a build.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LargestMeterIT {
  private static final Instant NOW = Instant.parse("2033-11-20T14:03:12.345Z");
  private static final int RECORDS = 60_674;

  @TempDir
  private Path folder;

  @Test
  void isCollectedInLittleMemory() throws Exception {
    var time = new TestTime(NOW);
    try (var meter = TestMeter.create(1, RECORDS + 400, NOW, time)) {
      assertEquals(RECORDS * ReadingCodec.RECORD_LENGTH, meter.telemetry().length(), "a full flash");
      Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx256m", "-cp", System.getProperty("java.class.path"), LargestMeterChild.class.getName(),
          folder.toString(), meter.ssid().value(), meter.uri().toString(), NOW.toString()).redirectErrorStream(true)
          .start();
      List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
      System.out.println(String.join("\n", said));

      assertEquals(0, process.waitFor(), said.toString());
      assertTrue(said.getFirst().startsWith("DONE erased=true new=" + RECORDS), said.toString());
      assertEquals(1, meter.meter().erasures());
      try (var laptop = Laptop.with(time).in(folder)) {
        assertEquals(RECORDS, laptop.stored(meter.ssid()).size());
      }
    }
  }
}
