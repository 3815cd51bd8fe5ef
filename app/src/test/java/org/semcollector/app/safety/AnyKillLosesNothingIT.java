package org.semcollector.app.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectResult.State;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A program that collects is killed again and again, with the meter saving on. What it had stored stays stored, and in
/// the end every reading the meter ever had is here exactly once.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class AnyKillLosesNothingIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");
  private static final int RANDOM_KILLS = 20;
  private static final long SEED = 20_261_120;

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);
  private int reportedSafe;

  /// One child and what it said.
  private record Child(Process process, BufferedReader output, List<String> said) {
    boolean reads() throws IOException {
      String line = output.readLine();
      if (line == null)
        return false;
      said.add(line);
      return true;
    }

    boolean readsTo(String start) throws IOException {
      while (reads()) {
        if (said.getLast().startsWith(start))
          return true;
      }
      return false;
    }

    void goOn() throws IOException {
      process.getOutputStream().write('g');
      process.getOutputStream().flush();
    }

    void kill() throws IOException {
      process.toHandle().destroyForcibly(); // unlike the process itself this leaves its output readable
      process.onExit().join();
      while (reads()) {
        // what it had said before the kill counts
      }
      output.close();
    }
  }

  @Test
  void atEveryStep() throws Exception {
    try (var meter = TestMeter.create(1, 8, NOW, time)) {
      int killedAt = 0;
      boolean ended = false;
      while (!ended) {
        killedAt++;
        Child child = start(meter, "stepwise");
        ended = !letReach(child, killedAt);
        child.kill();
        check(child);
        meter.note();
        time.pass(Duration.ofMinutes(61));
      }
      assertTrue(killedAt > 25, "steps: " + killedAt);
      assertAllIsHere(meter);
    }
  }

  @Test
  void atRandomMoments() throws Exception {
    var random = new SplittableRandom(SEED);
    try (var meter = TestMeter.create(2, 8, NOW, time)) {
      for (int kill = 0; kill < RANDOM_KILLS; kill++) {
        Child child = start(meter, "freely");
        if (child.readsTo("STORED")) {
          boolean over = child.process().waitFor(random.nextLong(1, 400), TimeUnit.MILLISECONDS);
          assertTrue(!over || child.process().exitValue() == 0, child.said().toString());
        }
        child.kill();
        check(child);
        meter.note();
        time.pass(Duration.ofMinutes(61));
      }
      assertAllIsHere(meter);
    }
  }

  private boolean letReach(Child child, int boundary) throws IOException {
    while (child.reads()) {
      if (child.said().getLast().startsWith("AT " + boundary + " "))
        return true;
      if (child.said().getLast().startsWith("AT "))
        child.goOn();
    }
    return false;
  }

  /// What a child said was stored is stored when the next one looks.
  private void check(Child child) {
    for (String line : child.said()) {
      if (line.startsWith("STORED ")) {
        int stored = Integer.parseInt(line.substring(7));
        assertTrue(stored >= reportedSafe, () -> reportedSafe + " were safe, " + stored + " are stored");
        reportedSafe = stored;
      } else if (line.startsWith("SAFE ")) {
        reportedSafe += Integer.parseInt(line.substring(5));
      } else if (!line.startsWith("AT ")) {
        assertTrue(line.startsWith("END DONE"), child.said().toString());
      }
    }
  }

  private void assertAllIsHere(TestMeter meter) throws Exception {
    meter.note();
    try (var laptop = Laptop.with(time).in(folder)) {
      assertTrue(laptop.stored(meter.ssid()).size() >= reportedSafe);
      laptop.catchUp();
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
      assertEquals(State.DONE, result.state(), result.sentence());
      meter.assertAllOnce(laptop.stored(meter.ssid()));
      assertEquals(List.of(), laptop.journal().verify(Progress.NONE).damages());
    }
  }

  private Child start(TestMeter meter, String mode) throws IOException {
    meter.note();
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx128m", "-cp",
        System.getProperty("java.class.path"), CollectChild.class.getName(), folder.toString(), meter.ssid().value(),
        meter.uri().toString(), time.instant().toString(), mode).redirectErrorStream(true).start();
    return new Child(process, process.inputReader(StandardCharsets.UTF_8), new ArrayList<>());
  }
}
