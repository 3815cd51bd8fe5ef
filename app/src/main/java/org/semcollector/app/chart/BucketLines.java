package org.semcollector.app.chart;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.semcollector.app.chart.LinePanels.Panel;
import org.semcollector.app.chart.LinePanels.Quantity;
import org.semcollector.app.chart.LinePanels.Trace;
import org.semcollector.app.rollup.Bucket;

/// Lines through the means of buckets, for times too long to draw every reading of.
public final class BucketLines {
  private BucketLines() {}

  /// Mean voltage and current of one meter; a value stands in the middle of its bucket.
  ///
  /// @throws IllegalArgumentException when there is no bucket
  public static LinePanels currentAndVoltage(MeterBuckets meter, Locale locale) {
    List<Bucket> buckets = meter.buckets();
    if (buckets.isEmpty())
      throw new IllegalArgumentException("lines need at least one bucket");
    return new LinePanels(buckets.getFirst().from(), buckets.getLast().to(),
        List.of(panel(meter, Quantity.VOLTAGE, Bucket::meanVoltageV, locale),
            panel(meter, Quantity.CURRENT, Bucket::meanCurrentA, locale)),
        List.of());
  }

  private static Panel panel(MeterBuckets meter, Quantity quantity, Function<Bucket, OptionalDouble> value,
      Locale locale) {
    List<Bucket> buckets = meter.buckets();
    long[] times = new long[buckets.size()];
    float[] values = new float[buckets.size()];
    for (int i = 0; i < times.length; i++) {
      Bucket bucket = buckets.get(i);
      times[i] = (bucket.from().toEpochMilli() + bucket.to().toEpochMilli()) / 2;
      values[i] = (float) value.apply(bucket).orElse(Double.NaN);
    }
    TimeSeries series = TimeSeries.of(times, values);
    double low = series.low(0, series.size());
    return new Panel(quantity, Axis.covering(quantity.fromZero() ? Math.min(0, low) : low,
        series.high(0, series.size()), 3, locale), List.of(new Trace(meter.meter(), 0, series)));
  }
}
