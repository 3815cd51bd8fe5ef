package org.semcollector.app.chart;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A value axis with round tick values.
///
/// @param min value at the lower end, a multiple of the step
/// @param max value at the upper end, a multiple of the step, above `min`
public record Axis(double min, double max, List<Tick> ticks) {
  /// A value that is written beside the axis.
  public record Tick(double value, String label) {}

  public Axis {
    if (!(max > min))
      throw new IllegalArgumentException("an axis from " + min + " to " + max);
    ticks = List.copyOf(ticks);
  }

  /// The shortest axis with steps of 1, 2 or 5 times a power of ten that holds all values from `low` to `high`.
  ///
  /// @param intervals about how many steps are wanted, 2 or more
  public static Axis covering(double low, double high, int intervals, Locale locale) {
    double from = Double.isFinite(low) ? low : 0;
    double to = Double.isFinite(high) && high > from ? high : from + 1;
    double step = roundStep((to - from) / intervals);
    long first = (long) Math.floor(from / step + 1e-9);
    long last = Math.max(first + 1, (long) Math.ceil(to / step - 1e-9));
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    int digits = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    List<Tick> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++)
      ticks.add(new Tick(i * step, format.format(i * step)));
    return new Axis(first * step, last * step, ticks);
  }

  /// Where a value lies on the axis: 0 at the lower end, 1 at the upper.
  public double position(double value) {
    return (value - min) / (max - min);
  }

  private static double roundStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double lead = rough / power;
    double nice = lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10;
    return nice * power;
  }
}
