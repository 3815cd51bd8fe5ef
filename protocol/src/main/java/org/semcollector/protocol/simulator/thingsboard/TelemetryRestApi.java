package org.semcollector.protocol.simulator.thingsboard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.protocol.simulator.thingsboard.TimeSeriesQuery.Aggregation;

/// `/api/plugins/telemetry/DEVICE/{id}/…`: stored before it is answered.
final class TelemetryRestApi {
  private final SimulatedThingsBoard board;

  TelemetryRestApi(SimulatedThingsBoard board) {
    this.board = board;
  }

  /// @param rest the path behind the device's id
  ServerReply handle(ServerRequest request, SimulatedUser user, SimulatedDevice device, String rest) {
    TimeSeriesStore store = board.store(device.id());
    return switch (request.method() + " " + rest) {
      case "GET values/timeseries" -> values(request, store);
      case "GET keys/timeseries" -> ServerReply.json(Json.arr(store.keys().stream().map(Json.Text::new).toList()));
      case "DELETE timeseries/delete" -> delete(request, user, store);
      default -> request.method().equals("POST") && rest.matches("timeseries/[^/]+(/[0-9]+)?")
          ? save(request, store)
          : error(404, ServerReply.NOT_FOUND, "No such request");
    };
  }

  private ServerReply save(ServerRequest request, TimeSeriesStore store) {
    List<TelemetryRecord> records;
    try {
      records = TelemetryParser.parse(new String(request.body().toArray(), StandardCharsets.UTF_8),
          board.now().toEpochMilli());
    } catch (TelemetryParser.Refused e) {
      return ServerReply.text(400, "Unable to parse timeseries payload: " + e.getMessage());
    }
    if (records.isEmpty())
      return ServerReply.text(400, "No timeseries data found in request body!");
    for (TelemetryRecord entry : records) {
      for (String key : entry.values().keySet()) {
        if (!TimeSeriesStore.isGoodKey(key) || key.matches(".*<[^>]*>.*"))
          return ServerReply.text(400, "Validation error: key is malformed");
      }
    }
    if (board.isPoisoned(records))
      return ServerReply.text(400, "Validation error: value is malformed");
    records.forEach(store::put);
    return records.stream().anyMatch(entry -> entry.ts() > TimeSeriesStore.LAST_TS)
        ? error(500, 2, "Failed to save timeseries data")
        : ServerReply.bare(200).after(board.storing(records.size()));
  }

  private ServerReply values(ServerRequest request, TimeSeriesStore store) {
    boolean strict = request.parameter("useStrictDataTypes").map(Boolean::parseBoolean).orElse(false);
    List<String> keys = request.parameter("keys").map(TelemetryRestApi::list).orElse(store.keys());
    Map<String, List<Json>> answer = new LinkedHashMap<>();
    if (request.number("startTs").isEmpty() || request.number("endTs").isEmpty()) {
      keys.forEach(key -> answer.put(key, TimeSeriesQuery.latest(store, key, strict)));
      return ServerReply.json(TimeSeriesQuery.answer(answer));
    }
    Optional<TimeSeriesQuery> query = query(request, strict);
    if (query.isEmpty())
      return error(400, ServerReply.BAD_REQUEST, "Invalid query");
    if (query.get().intervals() > TimeSeriesQuery.MOST_INTERVALS)
      return error(400, ServerReply.BAD_REQUEST, "Incorrect TsKvQuery. Number of intervals is to high - "
          + query.get().intervals() + ". Please increase 'interval' parameter for your query or reduce the time range");
    keys.forEach(key -> answer.put(key, query.get().run(store, key)));
    return ServerReply.json(TimeSeriesQuery.answer(answer));
  }

  /// Empty when a parameter makes no sense. Without an interval there is no aggregation.
  private static Optional<TimeSeriesQuery> query(ServerRequest request, boolean strict) {
    long interval = request.number("interval").orElse(0);
    long limit = request.number("limit").orElse(TimeSeriesQuery.DEFAULT_LIMIT);
    String name = interval == 0 ? "NONE" : request.parameter("agg").orElse("NONE");
    Optional<Aggregation> aggregation = Arrays.stream(Aggregation.values()).filter(known -> known.name().equals(name))
        .findFirst();
    if (aggregation.isEmpty() || interval < 0 || limit < 1 || limit > Integer.MAX_VALUE)
      return Optional.empty();
    return Optional.of(new TimeSeriesQuery(request.number("startTs").getAsLong(), request.number("endTs").getAsLong(),
        interval, (int) limit, aggregation.get(), request.parameter("orderBy").orElse("DESC").equals("ASC"), strict));
  }

  private ServerReply delete(ServerRequest request, SimulatedUser user, TimeSeriesStore store) {
    if (!user.isTenantAdmin())
      return error(403, ServerReply.NO_PERMISSION, "You don't have permission to perform this operation!");
    List<String> keys = request.parameter("keys").map(TelemetryRestApi::list).orElse(List.of());
    boolean all = request.parameter("deleteAllDataForKeys").map(Boolean::parseBoolean).orElse(false);
    if (keys.isEmpty() || (!all && (request.number("startTs").isEmpty() || request.number("endTs").isEmpty())))
      return error(400, ServerReply.BAD_REQUEST, "Invalid parameters");
    for (String key : keys) {
      if (all) {
        store.deleteAll(key);
      } else {
        store.delete(key, request.number("startTs").getAsLong(), request.number("endTs").getAsLong());
      }
    }
    return ServerReply.bare(200);
  }

  private static List<String> list(String commaSeparated) {
    return Arrays.stream(commaSeparated.split(",")).filter(key -> !key.isEmpty()).toList();
  }

  private ServerReply error(int status, int code, String message) {
    return ServerReply.error(status, code, message, board.now());
  }
}
