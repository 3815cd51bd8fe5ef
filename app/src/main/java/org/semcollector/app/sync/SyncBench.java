package org.semcollector.app.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;
import org.semcollector.protocol.thingsboard.TelemetryBatch;
import org.semcollector.protocol.thingsboard.TelemetryKeys;
import org.semcollector.protocol.thingsboard.TelemetryPoint;

/// How fast the sync uploads and proves, beside a bare loader that only uploads, in the same run against the same kind
/// of simulated server. Readings come from memory, so a database is not part of it.
public final class SyncBench {
  private static final String USER = "bench@example.org";

  private final TelemetryServer.Opener servers;
  private final Clock clock;

  /// What is brought, and to what server.
  ///
  /// @param recordsPerSecond what the server stores, over all uploads
  /// @param latency how long it takes over each upload beside that; ThingsBoard's batching makes it about 100 ms
  public record Load(int meters, int readingsPerMeter, double recordsPerSecond, Duration latency) {}

  /// What a benchmark found.
  ///
  /// @param bare time of the loader that uploads the same bodies, 4 at a time, and asks nothing afterwards
  /// @param synced time of the sync until everything is proven
  public record Result(Load load, Duration bare, Duration synced, SyncReport report) {
    /// Readings of all meters.
    public long readings() {
      return (long) load.meters() * load.readingsPerMeter();
    }

    /// Speed of the sync over that of the bare loader; 1 means that the proof costs nothing.
    public double ratio() {
      return (double) bare.toNanos() / synced.toNanos();
    }

    /// One line for people.
    public String line() {
      return String.format(Locale.ROOT, "%,d readings of %,d meters to a server that stores %,.0f/s: sync with proof"
          + " %.2f s (%,.0f/s), bare loader %.2f s (%,.0f/s), ratio %.2f, proven %,d, heap at most %,d MB", readings(),
          load.meters(), load.recordsPerSecond(), seconds(synced), readings() / seconds(synced), seconds(bare),
          readings() / seconds(bare), ratio(), report.proven(), Runtime.getRuntime().maxMemory() >> 20);
    }

    private static double seconds(Duration time) {
      return time.toNanos() / 1e9;
    }
  }

  public SyncBench(TelemetryServer.Opener servers, Clock clock) {
    this.servers = servers;
    this.clock = clock;
  }

  /// Runs both, the bare loader first.
  ///
  /// @throws StoreException when the server refused what it must take
  public Result run(Load load, Progress progress) throws StoreException {
    var store = new BenchStore(load.meters(), load.readingsPerMeter());
    Duration bare = bare(store, load);
    var board = board(load);
    try (var server = start(board, load)) {
      var times = new BenchTimes();
      var service = new SyncService(new SyncStores(store, store, store, times, times, new BenchHistory(),
          new BenchFirmware(), _ -> Optional.empty()), servers,
          BackoffPolicy.STANDARD, Pause.SLEEPING, new Random(1), clock);
      var target = SyncTarget.byApiKey(server.uri(), board.createApiKey(USER));
      long before = System.nanoTime();
      SyncReport report = service.sync(target, SyncListener.of(progress));
      Duration synced = Duration.ofNanos(System.nanoTime() - before);
      return new Result(load, bare, synced, report);
    }
  }

  // Of a million readings the server keeps what it is asked for: the heap is that of the sync.
  private SimulatedThingsBoard board(Load load) {
    var board = new SimulatedThingsBoard(clock, 1);
    board.addTenantAdmin(USER, "bench");
    board.keepOnly(Set.of(TelemetryKeys.CT_ID, TelemetryKeys.KWH));
    board.saveAtMost(load.recordsPerSecond());
    IntStream.range(0, load.meters())
        .forEach(meter -> board.addDevice("Bench " + meter, "SEM", BenchStore.accessToken(meter)));
    return board;
  }

  private static ThingsBoardServer start(SimulatedThingsBoard board, Load load) {
    return ThingsBoardServer.startForgetful(board, ServerFaults.parse("rest:slow@" + load.latency().toMillis()), 0);
  }

  private Duration bare(BenchStore store, Load load) throws StoreException {
    var board = board(load);
    try (var server = start(board, load); var client = HttpClient.newHttpClient()) {
      String key = "ApiKey " + board.createApiKey(USER);
      List<Lanes.Work> uploads = new ArrayList<>();
      int meter = 0;
      for (var row : store.meters()) {
        URI to = server.uri().resolve(
            "/api/plugins/telemetry/DEVICE/" + board.devices().get(meter++).id() + "/timeseries/ANY");
        for (int from = 0; from < row.readings(); from += Delivery.LARGEST) {
          int first = from;
          int end = (int) Math.min(row.readings(), from + (long) Delivery.LARGEST);
          uploads.add(() -> post(client, to, key, batch(store, row.ssid(), first, end)));
        }
      }
      long before = System.nanoTime();
      new VirtualLanes().all("bare", ServerCalls.IN_FLIGHT, uploads);
      return Duration.ofNanos(System.nanoTime() - before);
    } catch (Halt halt) {
      throw new StoreException(halt.sentence(), halt);
    }
  }

  private static TelemetryBatch batch(BenchStore store, Ssid ssid, int from, int to) {
    return TelemetryBatch.of(IntStream.range(from, to).mapToObj(index -> store.reading(ssid, index))
        .map(r -> new TelemetryPoint(r.raw(), r.period(), r.time(), OptionalDouble.of(r.record() * 0.25), false))
        .toList());
  }

  private static void post(HttpClient client, URI to, String key, TelemetryBatch batch) throws StoreException {
    var request = HttpRequest.newBuilder(to).header("X-Authorization", key)
        .POST(BodyPublishers.ofByteArray(batch.body().toArray())).build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new StoreException("The simulated server answered " + status + " to the bare loader.");
      }
    } catch (IOException | InterruptedException e) {
      throw new StoreException("The simulated server did not answer the bare loader.", e);
    }
  }
}
