package org.semcollector.app.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;

/// Mean voltage and current of one meter, one above the other over the same time.
///
/// @param voltage V, on an axis that spans just the values: a few volts matter
/// @param current A, on an axis from zero
/// @param ticks labels along the time
public record CurrentVoltageLines(
    String meter,
    Instant from,
    Instant to,
    LineSeries voltage,
    LineSeries current,
    List<TimeTick> ticks,
    List<Span> spans) {
  /// A label along the time.
  public record TimeTick(Instant at, String label) {}

  /// A bucket in words, for pointing at it.
  public record Span(Instant from, Instant to, String label) {}

  public CurrentVoltageLines {
    ticks = List.copyOf(ticks);
    spans = List.copyOf(spans);
  }

  /// The lines through a meter's buckets.
  ///
  /// @throws IllegalArgumentException when there is no bucket
  public static CurrentVoltageLines of(BucketUnit unit, MeterBuckets meter, ChartLabels labels) {
    List<Bucket> buckets = meter.buckets();
    if (buckets.isEmpty())
      throw new IllegalArgumentException("lines need at least one bucket");
    List<TimeTick> ticks = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (Bucket bucket : buckets) {
      ticks.add(new TimeTick(bucket.from(), labels.tick(bucket.from(), unit, buckets.size())));
      spans.add(new Span(bucket.from(), bucket.to(), labels.span(bucket.from(), bucket.to(), unit)));
    }
    return new CurrentVoltageLines(meter.meter(), buckets.getFirst().from(), buckets.getLast().to(),
        LineSeries.of(buckets, Bucket::meanVoltageV, false, labels.locale()),
        LineSeries.of(buckets, Bucket::meanCurrentA, true, labels.locale()), ticks, spans);
  }

  /// True when no bucket has a voltage or a current.
  public boolean isEmpty() {
    return voltage.pieces().isEmpty() && current.pieces().isEmpty();
  }
}
