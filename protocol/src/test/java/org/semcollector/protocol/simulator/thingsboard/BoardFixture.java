package org.semcollector.protocol.simulator.thingsboard;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.semcollector.protocol.Bytes;

/// A board with one tenant administrator, one device and a clock that the test moves.
final class BoardFixture implements InstantSource {
  static final String TOKEN = "A1b2C3d4E5f6G7h8I9j0";

  final SimulatedThingsBoard board;
  final SimulatedDevice device;
  final String apiKey;
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");

  BoardFixture() {
    board = new SimulatedThingsBoard(this, 11);
    board.addTenantAdmin("tenant@example.org", "secret");
    apiKey = board.createApiKey("tenant@example.org");
    device = board.addDevice("Bakery", "SEM", TOKEN);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void wait(Duration time) {
    now = now.plus(time);
  }

  ServerReply device(String body) {
    return device(TOKEN, body);
  }

  ServerReply device(String token, String body) {
    return board.handle(request("POST", "/api/v1/" + token + "/telemetry", body, Map.of()));
  }

  /// A request with the administrator's API key.
  ServerReply rest(String method, String target, String body) {
    return board.handle(request(method, target, body, Map.of("X-Authorization", "ApiKey " + apiKey)));
  }

  ServerReply save(String body) {
    return rest("POST", "/api/plugins/telemetry/DEVICE/" + device.id() + "/timeseries/ANY", body);
  }

  String read(String query) {
    return rest("GET", "/api/plugins/telemetry/DEVICE/" + device.id() + "/values/timeseries?" + query, "").body();
  }

  static ServerRequest request(String method, String target, String body, Map<String, String> headers) {
    var query = new HashMap<String, String>();
    int mark = target.indexOf('?');
    if (mark >= 0) {
      for (String pair : target.substring(mark + 1).split("&", -1)) {
        query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    return new ServerRequest(method, mark < 0 ? target : target.substring(0, mark), query, headers,
        Bytes.copyOf(body.getBytes(StandardCharsets.UTF_8)));
  }

  /// Records with one value each, stamped 1000, 2000, …
  static String records(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "{\"ts\":" + i * 1000L + ",\"values\":{\"kwh\":" + i + ".5}}")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
