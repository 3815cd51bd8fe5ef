package org.semcollector.app.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.semcollector.app.rollup.Bucket;

/// A line over time in pieces: where buckets are without a value the line is broken, never drawn across.
///
/// @param pieces runs of neighbouring points, each with one point or more
/// @param axis holds all values
public record LineSeries(List<List<Point>> pieces, Axis axis) {
  /// A value at a time.
  public record Point(Instant at, double value) {}

  public LineSeries {
    pieces = pieces.stream().map(List::copyOf).toList();
  }

  /// The line through the middles of buckets.
  ///
  /// @param fromZero whether the axis starts at zero; else it spans just the values
  static LineSeries of(List<Bucket> buckets, Function<Bucket, OptionalDouble> value, boolean fromZero, Locale locale) {
    List<List<Point>> pieces = new ArrayList<>();
    boolean open = false;
    for (Bucket bucket : buckets) {
      OptionalDouble at = value.apply(bucket);
      if (at.isPresent() && Double.isFinite(at.getAsDouble())) {
        if (!open)
          pieces.add(new ArrayList<>());
        pieces.getLast().add(new Point(middle(bucket), at.getAsDouble()));
      }
      open = at.isPresent() && Double.isFinite(at.getAsDouble());
    }
    return new LineSeries(pieces, axis(pieces, fromZero, locale));
  }

  /// The value nearest in time; empty when there is none within `from` and `to`.
  public OptionalDouble valueWithin(Instant from, Instant to) {
    return pieces.stream().flatMap(List::stream)
        .filter(point -> !point.at().isBefore(from) && point.at().isBefore(to))
        .mapToDouble(Point::value).findFirst();
  }

  private static Axis axis(List<List<Point>> pieces, boolean fromZero, Locale locale) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (List<Point> piece : pieces) {
      for (Point point : piece) {
        low = Math.min(low, point.value());
        high = Math.max(high, point.value());
      }
    }
    return Axis.covering(fromZero ? Math.min(0, low) : low, high, 3, locale);
  }

  private static Instant middle(Bucket bucket) {
    return Instant.ofEpochMilli((bucket.from().toEpochMilli() + bucket.to().toEpochMilli()) / 2);
  }
}
