package org.semcollector.protocol.thingsboard;

import java.util.List;
import org.semcollector.protocol.Bytes;

/// One request: its points, oldest first, and its body, written once. Never empty, because the server hangs on an empty
/// array.
///
/// @param body the points as telemetry JSON, see [TelemetryJson]
public record TelemetryBatch(List<TelemetryPoint> points, Bytes body) {
  /// @throws IllegalArgumentException when there is no point
  public TelemetryBatch {
    points = List.copyOf(points);
    if (points.isEmpty())
      throw new IllegalArgumentException("an empty batch cannot be sent");
  }

  /// All points in one request, however long.
  ///
  /// @throws IllegalArgumentException when there is no point
  public static TelemetryBatch of(List<TelemetryPoint> points) {
    var body = new TelemetryJson(points.size());
    points.forEach(body::add);
    return new TelemetryBatch(points, body.end());
  }
}
