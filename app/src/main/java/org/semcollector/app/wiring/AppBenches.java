package org.semcollector.app.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.semcollector.app.cli.Benches;
import org.semcollector.app.rollup.KeptSumsFollower;
import org.semcollector.app.store.h2.StoreBench;
import org.semcollector.app.sync.SyncBench;
import org.semcollector.app.sync.thingsboard.HttpThingsBoardServer;
import org.semcollector.app.task.Progress;
import org.semcollector.app.ui.charts.FrameBench;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.ReadingCodec;

/// Puts the benchmarks together; each works in a temporary folder.
final class AppBenches implements Benches {
  /// What a single-phase meter can hold at most.
  static final int FULL_FLASH = 60_674;
  /// ThingsBoard's own batching of writes.
  private static final Duration SERVER_LATENCY = Duration.ofMillis(100);
  private static final int CHART_METERS = 100;
  private static final int EXPORTED = 1_000_000;
  private static final int LARGE_METERS = 100;
  private static final int ROUNDS = 20;

  private final SystemFacts system;

  AppBenches(SystemFacts system) {
    this.system = system;
  }

  @Override
  public List<String> run(String name) throws Exception {
    Path folder = Files.createTempDirectory("sem-bench");
    try {
      return switch (name) {
        case "DECODE" -> List.of(decode());
        case "COLLECT" -> new CollectBench(system, folder).run();
        case "CHARTS" -> new ChartsBench(folder, CHART_METERS).run();
        case "FRAMES" -> new FrameBench().run();
        case "STORE" -> List.of(store(folder));
        case "EXPORT" -> new ExportBench(folder, EXPORTED).run();
        default -> throw new IllegalArgumentException(name);
      };
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  @Override
  public List<String> sync(int meters, int readings, double rate, Progress progress) throws Exception {
    var load = new SyncBench.Load(meters, Math.ceilDiv(readings, meters), rate, SERVER_LATENCY);
    return List.of(new SyncBench(HttpThingsBoardServer.opener(system.clock()), system.clock()).run(load, progress)
        .line());
  }

  @Override
  public List<String> largeStore(Optional<Path> sqlite) throws Exception {
    Path folder = Files.createTempDirectory("sem-bench");
    try {
      return new LargeStoreBench(system, folder, LARGE_METERS, sqlite).run();
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private static String decode() {
    Bytes body = CollectBench.fullFlash();
    double decoded = Double.MAX_VALUE;
    double hashed = Double.MAX_VALUE;
    int readings = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      readings = ReadingCodec.decode(body).readings().size();
      long middle = System.nanoTime();
      body.sha256();
      decoded = Math.min(decoded, (middle - start) / 1e6);
      hashed = Math.min(hashed, (System.nanoTime() - middle) / 1e6);
    }
    return String.format(Locale.ROOT, "%,d readings decoded in %.1f ms; SHA-256 over the same bytes takes %.1f ms "
        + "(best of %d each)", readings, decoded, hashed, ROUNDS);
  }

  private static String store(Path folder) throws Exception {
    StoreBench.Result result = StoreBench.run(folder, FULL_FLASH, new KeptSumsFollower());
    return String.format(Locale.ROOT,
        "%,d readings: stored durably with outbox and kept sums %,.0f/s, limit 150,000: %s, as the phone app does (one insert and "
            + "commit a row) %,.0f/s; read back %,.0f/s; one day of a meter %.1f ms",
        result.readings(),
        result.insertedPerSecond(), result.insertedPerSecond() >= 150_000 ? "kept" : "NOT KEPT", result.peerPerSecond(),
        result.readPerSecond(), result.dayMillis());
  }
}
