package org.semcollector.protocol.thingsboard;

import java.util.List;

/// The points of one request, oldest first; never empty, because the server hangs on an empty array.
public record TelemetryBatch(List<TelemetryPoint> points) {
  /// @throws IllegalArgumentException when there is no point
  public TelemetryBatch {
    points = List.copyOf(points);
    if (points.isEmpty())
      throw new IllegalArgumentException("an empty batch cannot be sent");
  }
}
