package org.semcollector.protocol.thingsboard;

import java.util.ArrayList;
import java.util.List;

/// Cuts points into requests that every server and proxy takes.
///
/// @param mostPoints points per request, at least 1
/// @param mostBytes length of a request's body in bytes; a single point that is longer goes alone
public record TelemetryBatcher(int mostPoints, int mostBytes) {
  /// 1,000 points and 900,000 bytes: under the 1 MB at which common reverse proxies refuse a body.
  public static final TelemetryBatcher STANDARD = new TelemetryBatcher(1_000, 900_000);

  /// @throws IllegalArgumentException when a limit is not positive
  public TelemetryBatcher {
    if (mostPoints < 1 || mostBytes < 1)
      throw new IllegalArgumentException("limits must be positive");
  }

  /// All points in their order, in as few batches as the limits allow; none for no points.
  public List<TelemetryBatch> batches(List<TelemetryPoint> points) {
    var batches = new ArrayList<TelemetryBatch>();
    int from = 0;
    while (from < points.size()) {
      int to = endOfBatch(points, from);
      batches.add(new TelemetryBatch(points.subList(from, to)));
      from = to;
    }
    return List.copyOf(batches);
  }

  private int endOfBatch(List<TelemetryPoint> points, int from) {
    int bytes = TelemetryJson.BYTES_AROUND - TelemetryJson.BYTES_BETWEEN;
    int to = from;
    while (to < points.size() && to - from < mostPoints) {
      bytes += TelemetryJson.lengthOf(points.get(to)) + TelemetryJson.BYTES_BETWEEN;
      if (bytes > mostBytes && to > from)
        break;
      to++;
    }
    return to;
  }
}
