package org.semcollector.protocol.simulator.thingsboard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `POST /api/v1/{token}/telemetry`. 200 means queued, and nearly every refusal is a bare 500.
final class DeviceApi {
  private static final Pattern TELEMETRY = Pattern.compile("/api/v1/([^/]+)/telemetry");

  private final SimulatedThingsBoard board;

  DeviceApi(SimulatedThingsBoard board) {
    this.board = board;
  }

  ServerReply handle(ServerRequest request) {
    Matcher path = TELEMETRY.matcher(request.path());
    if (!path.matches())
      return ServerReply.bare(404);
    if (!request.method().equals("POST"))
      return ServerReply.bare(405);
    if (request.body().isEmpty())
      return ServerReply.bare(400);
    if (request.header("Content-Encoding").isPresent())
      return ServerReply.bare(500);
    Optional<SimulatedDevice> device = board.registry().withToken(path.group(1));
    return device.isEmpty() ? ServerReply.bare(401) : queue(device.get(), request);
  }

  private ServerReply queue(SimulatedDevice device, ServerRequest request) {
    String body = new String(request.body().toArray(), StandardCharsets.UTF_8);
    List<TelemetryRecord> records;
    try {
      records = TelemetryParser.parse(body, board.now().toEpochMilli());
    } catch (TelemetryParser.Refused e) {
      return e.badTime() ? ServerReply.bare(500) : ServerReply.text(500, String.valueOf(e.getMessage()));
    }
    if (body.strip().replaceAll("\\s", "").equals("[]"))
      return ServerReply.bare(503).after(board.hangTime());
    int points = records.stream().mapToInt(entry -> entry.values().size()).sum();
    if (board.isPoisoned(records) || !board.passesDeviceLimit(points))
      return ServerReply.bare(500);
    records.forEach(entry -> board.queue().add(device.id(), entry));
    return ServerReply.bare(200);
  }
}
