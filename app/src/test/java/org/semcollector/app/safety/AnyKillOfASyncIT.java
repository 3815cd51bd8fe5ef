package org.semcollector.app.safety;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// A program that syncs is killed again and again while readings are corrected and corrections are taken back: no tick
/// is ever set without proof, no reading is ever on the server at two times, and in the end each is there exactly once.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class AnyKillOfASyncIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");
  private static final int KILLS = 16;
  private static final long SEED = 20_261_121;

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);
  private final SyncSite site = new SyncSite(time);

  @Test
  void atRandomMoments() throws Exception {
    var random = new SplittableRandom(SEED);
    SyncSite.collect(folder, 3_000, time);
    int killed = 0;
    try (var server = ThingsBoardServer.start(site.board(),
        ServerFaults.parse("rest:slow@40; delete:slow@20; query:slow@10"), 0)) {
      for (int kill = 0; kill < KILLS; kill++) {
        killed += syncAndKill(server, random.nextLong(1, 900)) ? 1 : 0;
        try (var store = open()) {
          site.assertTicksAreTrue(store);
          site.assertNothingTwice(store);
          change(store, random);
        }
      }
      try (var store = open()) {
        assertTrue(site.sync(store, site.target(server.uri())).everythingProven());
        site.assertInItsPlace(store, 0);
      }
    }
    assertTrue(killed > KILLS / 2, "killed in the middle: " + killed);
  }

  private void change(H2Store store, SplittableRandom random) throws Exception {
    switch (random.nextInt(4)) {
      case 0 -> SyncSite.correct(store, time, SyncSite.later(Duration.ofMinutes(random.nextInt(-50, 50))));
      case 1 -> SyncSite.correct(store, time, SyncSite.later(Duration.ofHours(random.nextInt(-3, 4))));
      case 2 -> SyncSite.undo(store);
      default -> {
        // the next run goes on with what the killed one left
      }
    }
  }

  /// @return whether it was killed before it was done
  private boolean syncAndKill(ThingsBoardServer server, long millis) throws Exception {
    Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx128m", "-cp",
        System.getProperty("java.class.path"), SyncChild.class.getName(),
        database().toString(), server.uri().toString(), site.apiKey()).redirectErrorStream(true).start();
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      String first = output.readLine();
      assertTrue("OPEN".equals(first), () -> first + "\n" + String.join("\n", output.lines().toList()));
      boolean over = child.waitFor(millis, TimeUnit.MILLISECONDS);
      child.toHandle().destroyForcibly();
      child.onExit().join();
      return !over;
    }
  }

  private H2Store open() throws Exception {
    return H2Store.open(database(), ZoneOffset.UTC);
  }

  private Path database() {
    return folder.resolve("database").resolve("sem");
  }
}
