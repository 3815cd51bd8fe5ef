package org.semcollector.app.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes a line drawable: of all points in one pixel column only the lowest and the highest stay, so peaks survive.
public final class LineThinner {
  private LineThinner() {}

  /// At most two points per column, in order of time.
  ///
  /// @param points ordered by time, all from `from` to `to`
  /// @param columns pixel columns between `from` and `to`, 1 or more
  public static List<LineSeries.Point> thin(List<LineSeries.Point> points, Instant from, Instant to, int columns) {
    if (points.size() <= 2L * columns)
      return points;
    List<LineSeries.Point> thinned = new ArrayList<>(2 * columns);
    double perColumn = (double) (to.toEpochMilli() - from.toEpochMilli()) / columns;
    int start = 0;
    while (start < points.size()) {
      long column = column(points.get(start), from, perColumn);
      int low = start;
      int high = start;
      int end = start;
      for (; end < points.size() && column(points.get(end), from, perColumn) == column; end++) {
        low = points.get(end).value() < points.get(low).value() ? end : low;
        high = points.get(end).value() > points.get(high).value() ? end : high;
      }
      thinned.add(points.get(Math.min(low, high)));
      if (low != high)
        thinned.add(points.get(Math.max(low, high)));
      start = end;
    }
    return thinned;
  }

  private static long column(LineSeries.Point point, Instant from, double perColumn) {
    return (long) ((point.at().toEpochMilli() - from.toEpochMilli()) / perColumn);
  }
}
