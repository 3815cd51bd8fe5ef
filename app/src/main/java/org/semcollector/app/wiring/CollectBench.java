package org.semcollector.app.wiring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.semcollector.app.journal.files.FileJournal;
import org.semcollector.app.laptopclock.ClockWords;
import org.semcollector.app.laptopclock.LaptopClock;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectRequest;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectSentences;
import org.semcollector.app.meter.CollectService;
import org.semcollector.app.meter.CollectStores;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.http.HttpMeterClients;
import org.semcollector.app.notes.json.JsonMeterNotes;
import org.semcollector.app.rollup.KeptSumsFollower;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.MeterServer;
import org.semcollector.protocol.simulator.SimulatedMeter;

/// The fullest meter there can be, from the first request to the erase, beside the bare transfer of the same bytes.
record CollectBench(SystemFacts system, Path folder) {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Ssid SSID = new Ssid("SEM-24:6f:28:00:00:01");

  List<String> run() throws Exception {
    Instant now = system.clock().instant();
    var meter = new SimulatedMeter(SimulatedMeter.Settings.of(SSID, 1));
    meter.powerOn(now.minus(Duration.ofHours(AppBenches.FULL_FLASH + 400)));
    meter.advanceTo(now);
    try (MeterServer server = MeterServer.start(meter, FaultPlan.NONE, () -> now, 0);
        FileJournal journal = FileJournal.at(folder.resolve("journal"));
        H2Store store = H2Store.open(folder.resolve("database"), system.zone(), new KeptSumsFollower())) {
      Duration transfer = transfer(server.uri());
      var storing = new Storing(new JsonMeterNotes(folder.resolve("notes"), system.clock()), system.clock());
      var service = new CollectService(new HttpMeterClients(), journal,
          new CollectStores(storing.projection(store, storing.settlement(store)), store.meters(), store.readings()),
          system.clock(), _ -> {}, new CollectSentences(Locale.ROOT),
          LaptopClock.ofSimulation(new ClockWords(Locale.ROOT, system.zone())));
      long start = System.nanoTime();
      CollectResult result = service.collect(new CollectRequest(SSID, server.uri(), ErasePolicy.WHEN_PROVEN),
          CollectListener.NONE);
      Duration total = Duration.ofNanos(System.nanoTime() - start);
      // the telemetry is transferred twice: once to keep it, once to prove it
      return lines(result, total, transfer.multipliedBy(2));
    }
  }

  private static List<String> lines(CollectResult result, Duration total, Duration transfer) {
    Duration own = total.minus(transfer);
    return List.of(result.sentence(),
        String.format(Locale.ROOT,
            "%,d readings collected, proven, stored and erased in %.2f s; the bare transfers alone "
                + "take %.2f s; our own time %.2f s, limit %.2f s: %s; heap %d MB of %d MB",
            result.newReadings(),
            total.toNanos() / 1e9, transfer.toNanos() / 1e9, own.toNanos() / 1e9, LIMIT.toNanos() / 1e9,
            result.erased() && own.compareTo(LIMIT) <= 0 ? "kept" : "NOT KEPT", usedMegabytes(),
            Runtime.getRuntime().maxMemory() >> 20));
  }

  private static long usedMegabytes() {
    return Runtime.getRuntime().totalMemory() >> 20;
  }

  /// Best of three downloads of the whole telemetry.
  private static Duration transfer(URI uri) throws MeterException {
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      try (MeterClient client = new HttpMeterClients().open(uri)) {
        client.get(Endpoint.TELEMETRY, Progress.NONE);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (took.compareTo(best) < 0)
        best = took;
    }
    return best;
  }

  /// A telemetry body of the most records a meter can hold.
  static Bytes fullFlash() {
    var readings = new ArrayList<Reading>(AppBenches.FULL_FLASH);
    for (int i = 0; i < AppBenches.FULL_FLASH; i++) {
      readings
          .add(new Reading(1, 500 + i % 900, 520 + i % 900, 2.3f, 231.5f, 0.25f, 1_700_000_000_000L + i * 3_601_500L));
    }
    return ReadingCodec.encode(readings);
  }
}
