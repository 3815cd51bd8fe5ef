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
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;
import org.semcollector.protocol.thingsboard.TelemetryBatch;
import org.semcollector.protocol.thingsboard.TelemetryJson;
import org.semcollector.protocol.thingsboard.TelemetryPoint;

/// How fast the sync uploads and proves, beside a bare loader that only uploads, in the same run against the same kind
/// of simulated server. Readings come from memory, so a database is not part of it.
public final class SyncBench {
  private static final String USER = "bench@example.org";

  private final TelemetryServer.Opener servers;
  private final Clock clock;
  private final Duration latency;

  /// What a benchmark found.
  ///
  /// @param bare time of the loader that uploads the same bodies, 4 at a time, and asks nothing afterwards
  /// @param synced time of the sync until everything is proven
  public record Result(long readings, Duration bare, Duration synced, SyncReport report) {
    /// Speed of the sync over that of the bare loader; 1 means that the proof costs nothing.
    public double ratio() {
      return (double) bare.toNanos() / synced.toNanos();
    }

    /// One line for people.
    public String line() {
      return String.format(Locale.ROOT, "%,d readings: sync with proof %.2f s (%,.0f/s), bare loader %.2f s (%,.0f/s),"
          + " ratio %.2f, proven %,d", readings, seconds(synced), readings / seconds(synced), seconds(bare),
          readings / seconds(bare), ratio(), report.proven());
    }

    private static double seconds(Duration time) {
      return time.toNanos() / 1e9;
    }
  }

  /// @param latency how long the server takes over each upload; ThingsBoard's batching makes it about 100 ms
  public SyncBench(TelemetryServer.Opener servers, Clock clock, Duration latency) {
    this.servers = servers;
    this.clock = clock;
    this.latency = latency;
  }

  /// Runs both, the bare loader first.
  ///
  /// @throws StoreException when the server refused what it must take
  public Result run(int meters, int readingsPerMeter) throws StoreException {
    var store = new BenchStore(meters, readingsPerMeter);
    Duration bare = bare(store);
    var board = board(meters);
    try (var server = start(board)) {
      var service = new SyncService(store, store, store, servers, BackoffPolicy.STANDARD, Pause.SLEEPING,
          new Random(1));
      var target = SyncTarget.byApiKey(server.uri(), board.createApiKey(USER));
      long before = System.nanoTime();
      SyncReport report = service.sync(target, SyncListener.NONE);
      Duration synced = Duration.ofNanos(System.nanoTime() - before);
      return new Result((long) meters * readingsPerMeter, bare, synced, report);
    }
  }

  private SimulatedThingsBoard board(int meters) {
    var board = new SimulatedThingsBoard(clock, 1);
    board.addTenantAdmin(USER, "bench");
    IntStream.range(0, meters)
        .forEach(meter -> board.addDevice("Bench " + meter, "SEM", BenchStore.accessToken(meter)));
    return board;
  }

  private ThingsBoardServer start(SimulatedThingsBoard board) {
    return ThingsBoardServer.start(board, ServerFaults.parse("rest:slow@" + latency.toMillis()), 0);
  }

  private Duration bare(BenchStore store) throws StoreException {
    var board = board(store.meters().size());
    try (var server = start(board); var client = HttpClient.newHttpClient()) {
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
      Lanes.all("bare", ServerCalls.IN_FLIGHT, uploads);
      return Duration.ofNanos(System.nanoTime() - before);
    } catch (Halt halt) {
      throw new StoreException(halt.sentence(), halt);
    }
  }

  private static TelemetryBatch batch(BenchStore store, Ssid ssid, int from, int to) {
    return new TelemetryBatch(IntStream.range(from, to).mapToObj(index -> store.reading(ssid, index))
        .map(r -> new TelemetryPoint(r.raw(), r.period(), r.time(), OptionalDouble.of(r.record() * 0.25), false))
        .toList());
  }

  private static void post(HttpClient client, URI to, String key, TelemetryBatch batch) throws StoreException {
    var request = HttpRequest.newBuilder(to).header("X-Authorization", key)
        .POST(BodyPublishers.ofByteArray(TelemetryJson.encode(batch).toArray())).build();
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
