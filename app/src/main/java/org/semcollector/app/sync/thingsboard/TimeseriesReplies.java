package org.semcollector.app.sync.thingsboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.semcollector.app.sync.TelemetryServer.Kept;
import org.semcollector.app.sync.TelemetryServer.KeptPage;
import org.semcollector.protocol.thingsboard.TelemetryKeys;
import tools.jackson.databind.JsonNode;

/// The answers to time series questions: `{"ct_id":[{"ts":1700003603450,"value":"1"},…],"kwh":[…]}`. Values are strings
/// or numbers, as the server likes; a key without values may be missing.
final class TimeseriesReplies {
  private TimeseriesReplies() {}

  /// The one number of an aggregate over the whole span; 0 when there is nothing, NaN when it is no number.
  static double aggregate(JsonNode reply, String key) {
    double sum = 0;
    for (JsonNode point : reply.path(key).values()) {
      sum += point.path("value").asDouble(Double.NaN);
    }
    return sum;
  }

  /// @param limit how many values of each key were asked for
  static KeptPage page(JsonNode reply, int limit) {
    Map<Long, Double> energies = new HashMap<>();
    for (JsonNode point : reply.path(TelemetryKeys.KWH).values()) {
      energies.put(point.path("ts").asLong(0), point.path("value").asDouble(Double.NaN));
    }
    // A key that came full may go on; nothing behind its last stamp is complete in this answer.
    long complete = Math.min(last(reply.path(TelemetryKeys.CT_ID), limit), last(reply.path(TelemetryKeys.KWH), limit));
    List<Kept> kept = new ArrayList<>();
    for (JsonNode point : reply.path(TelemetryKeys.CT_ID).values()) {
      long ts = point.path("ts").asLong(0);
      if (ts <= complete) {
        Double energy = energies.get(ts);
        kept.add(new Kept(Instant.ofEpochMilli(ts),
            energy == null ? OptionalDouble.empty() : OptionalDouble.of(energy)));
      }
    }
    return new KeptPage(kept,
        complete == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(complete + 1)));
  }

  private static long last(JsonNode points, int limit) {
    return points.size() < limit ? Long.MAX_VALUE : points.path(points.size() - 1).path("ts").asLong(0);
  }
}
