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
      TelemetryBatch batch = first(points.subList(from, points.size()));
      batches.add(batch);
      from += batch.points().size();
    }
    return List.copyOf(batches);
  }

  /// The points from the first one on that fit one request; at least one.
  ///
  /// @throws IllegalArgumentException when there is no point
  public TelemetryBatch first(List<TelemetryPoint> points) {
    var body = new TelemetryJson(Math.min(points.size(), mostPoints));
    int to = 0;
    while (to < points.size() && to < mostPoints) {
      int before = body.length();
      body.add(points.get(to));
      if (to > 0 && body.length() > mostBytes) {
        body.cutTo(before);
        break;
      }
      to++;
    }
    return new TelemetryBatch(points.subList(0, to), body.end());
  }
}
