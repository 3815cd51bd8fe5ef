package org.semcollector.app.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.semcollector.app.analysis.LoadDuration;

/// For what share of the time a power was reached or exceeded.
///
/// @param curves one for each meter
/// @param axis W, from zero
public record DurationCurves(List<Curve> curves, Axis axis) {
  /// One meter's curve.
  ///
  /// @param series decides its colour
  public record Curve(String name, int series, LoadDuration load) {}

  public DurationCurves {
    curves = List.copyOf(curves);
  }

  /// The curves of meters.
  ///
  /// @param meters hourly buckets of each, without those of the future
  public static DurationCurves of(List<MeterBuckets> meters, Locale locale) {
    List<Curve> curves = IntStream.range(0, meters.size())
        .mapToObj(i -> new Curve(meters.get(i).meter(), i, LoadDuration.of(meters.get(i).buckets()))).toList();
    double top = curves.stream().flatMap(curve -> curve.load().steps().stream().limit(1))
        .mapToDouble(LoadDuration.Step::powerW).max().orElse(0);
    return new DurationCurves(curves, Axis.covering(0, top > 0 ? top : 1, 5, locale));
  }

  /// Whether nothing is measured.
  public boolean isEmpty() {
    return curves.stream().allMatch(curve -> curve.load().steps().isEmpty());
  }
}
