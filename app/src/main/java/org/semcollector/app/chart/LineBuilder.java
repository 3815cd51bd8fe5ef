package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.semcollector.app.chart.LinePanels.Panel;
import org.semcollector.app.chart.LinePanels.Quantity;
import org.semcollector.app.chart.LinePanels.Trace;
import org.semcollector.app.chart.LinePanels.Uncertain;
import org.semcollector.app.store.StoredReading;

/// Collects readings into lines, one by one as they come from the store.
public final class LineBuilder {
  /// A time known this well is exact enough for a chart.
  static final Duration WELL_TIMED = Duration.ofMinutes(10);
  /// A line breaks where the next value is later than this many save periods.
  private static final double BREAK_AFTER = 1.5;
  private static final int INTERVALS = 3;

  private final List<Quantity> quantities;
  private final List<Line> lines = new ArrayList<>();
  private final List<Uncertain> uncertain = new ArrayList<>();

  /// @param quantities one panel each
  public LineBuilder(List<Quantity> quantities) {
    this.quantities = List.copyOf(quantities);
  }

  /// Begins the lines of one meter, or of one of its channels.
  ///
  /// @param series decides their colour
  /// @return takes the readings, oldest first; several channels of the same save become one value: currents and powers
  ///     add up, voltages are averaged, and the power factor is that of the sums
  public Line begin(String name, int series) {
    Line line = new Line(name, series);
    lines.add(line);
    return line;
  }

  /// The panels; not to be used any more afterwards.
  public LinePanels panels(Instant from, Instant to, Locale locale) {
    lines.forEach(Line::close);
    // channels that a meter does not have
    if (lines.size() > 1)
      lines.removeIf(line -> line.size == 0);
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < quantities.size(); i++)
      panels.add(panel(quantities.get(i), i, locale));
    return new LinePanels(from, to, panels, merged());
  }

  private Panel panel(Quantity quantity, int index, Locale locale) {
    double low = quantity.fromZero() ? 0 : Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    List<Trace> traces = new ArrayList<>();
    for (Line line : lines) {
      TimeSeries values = line.series(index);
      low = Math.min(low, values.low(0, values.size()));
      high = Math.max(high, values.high(0, values.size()));
      traces.add(new Trace(line.name, line.colour, values));
    }
    if (quantity == Quantity.POWER_FACTOR)
      high = Math.max(1, high);
    return new Panel(quantity, Axis.covering(low, high, INTERVALS, locale), traces);
  }

  private List<Uncertain> merged() {
    List<Uncertain> sorted = uncertain.stream().sorted((a, b) -> a.from().compareTo(b.from())).toList();
    List<Uncertain> merged = new ArrayList<>();
    for (Uncertain next : sorted) {
      if (merged.isEmpty() || next.from().isAfter(merged.getLast().to())) {
        merged.add(next);
        continue;
      }
      Uncertain last = merged.removeLast();
      merged.add(new Uncertain(last.from(), last.to().isAfter(next.to()) ? last.to() : next.to(),
          last.plusMinus().compareTo(next.plusMinus()) > 0 ? last.plusMinus() : next.plusMinus()));
    }
    return merged;
  }

  /// The lines of one meter or channel while they grow.
  public final class Line {
    private final String name;
    private final int colour;
    private final Sum sum = new Sum();
    private long[] times = new long[1024];
    private final float[][] values = new float[quantities.size()][1024];
    private int size;
    private long last = Long.MIN_VALUE;

    private Line(String name, int colour) {
      this.name = name;
      this.colour = colour;
    }

    public void add(StoredReading reading) {
      long at = reading.time().measuredAt().toEpochMilli();
      if (!sum.takes(reading, at))
        close();
      long period = reading.period().length().toMillis();
      if (sum.isEmpty() && last != Long.MIN_VALUE && at - last > period * BREAK_AFTER)
        put(last + period, null);
      sum.add(reading, at);
      last = Math.max(last, at);
      remember(reading, period);
    }

    private void remember(StoredReading reading, long period) {
      Duration half = Duration.between(reading.time().earliest(), reading.time().latest()).dividedBy(2);
      if (half.compareTo(WELL_TIMED) <= 0)
        return;
      Instant at = reading.time().measuredAt();
      Uncertain own = new Uncertain(at.minusMillis(period), at, half);
      boolean follows = !uncertain.isEmpty() && !own.from().minusSeconds(60).isAfter(uncertain.getLast().to())
          && !at.isBefore(uncertain.getLast().to());
      if (follows) {
        Uncertain before = uncertain.removeLast();
        own = new Uncertain(before.from(), at, half.compareTo(before.plusMinus()) > 0 ? half : before.plusMinus());
      }
      uncertain.add(own);
    }

    private void close() {
      if (!sum.isEmpty())
        put(sum.at, sum);
      sum.clear();
    }

    private void put(long at, @org.jspecify.annotations.Nullable Sum measured) {
      if (size == times.length)
        grow();
      times[size] = size > 0 ? Math.max(at, times[size - 1]) : at;
      for (int i = 0; i < values.length; i++)
        values[i][size] = measured == null ? Float.NaN : measured.value(quantities.get(i));
      size++;
    }

    private void grow() {
      times = Arrays.copyOf(times, 2 * size);
      for (int i = 0; i < values.length; i++)
        values[i] = Arrays.copyOf(values[i], 2 * size);
    }

    private TimeSeries series(int index) {
      return TimeSeries.of(Arrays.copyOf(times, size), Arrays.copyOf(values[index], size));
    }
  }

  /// The channels of one save.
  private static final class Sum {
    /// The channels of a save are stamped about a second apart.
    private static final long APART_MILLIS = 30_000;

    private long at;
    private int channels;
    private int seen;
    private double volts;
    private double amps;
    private double watts;
    private double voltAmperes;

    boolean isEmpty() {
      return channels == 0;
    }

    boolean takes(StoredReading reading, long time) {
      return channels == 0 || ((seen & 1 << reading.raw().channel()) == 0 && time - at <= APART_MILLIS);
    }

    void add(StoredReading reading, long time) {
      at = time;
      channels++;
      seen |= 1 << reading.raw().channel();
      volts += reading.raw().voltageV();
      amps += reading.raw().currentA();
      watts += reading.raw().activePowerW();
      voltAmperes += reading.raw().apparentPowerVa();
    }

    void clear() {
      channels = 0;
      seen = 0;
      volts = 0;
      amps = 0;
      watts = 0;
      voltAmperes = 0;
    }

    float value(Quantity quantity) {
      double value = switch (quantity) {
        case VOLTAGE -> volts / channels;
        case CURRENT -> amps;
        case POWER -> watts;
        case POWER_FACTOR -> voltAmperes > 0 ? watts / voltAmperes : Double.NaN;
      };
      return Double.isFinite(value) ? (float) value : Float.NaN;
    }
  }
}
