package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Lines of measured values, one panel above the other over the same time. The values are what the meter measured in
/// the last seconds of each save period and stand at its end; nothing is drawn between them where one is missing.
///
/// @param from start of the time shown
/// @param to its end
/// @param uncertain stretches in which the times of readings are known badly
public record LinePanels(Instant from, Instant to, List<Panel> panels, List<Uncertain> uncertain) {
  /// What a panel measures.
  public enum Quantity {
    VOLTAGE("V", 1, false), CURRENT("A", 2, true), POWER("W", 0, true), POWER_FACTOR("", 2, true);

    private final String unit;
    private final int decimals;
    private final boolean fromZero;

    Quantity(String unit, int decimals, boolean fromZero) {
      this.unit = unit;
      this.decimals = decimals;
      this.fromZero = fromZero;
    }

    /// Symbol of the unit; empty when there is none.
    public String unit() {
      return unit;
    }

    /// How many decimals its values are written with.
    public int decimals() {
      return decimals;
    }

    /// Whether its axis starts at zero; else it spans just the values, for a few volts matter.
    public boolean fromZero() {
      return fromZero;
    }
  }

  /// Lines over one axis.
  ///
  /// @param axis holds all values
  public record Panel(Quantity quantity, Axis axis, List<Trace> traces) {
    public Panel {
      traces = List.copyOf(traces);
    }

    /// Whether nothing was measured.
    public boolean isEmpty() {
      return traces.stream().allMatch(trace -> trace.values().size() == 0);
    }
  }

  /// One line.
  ///
  /// @param series decides its colour
  public record Trace(String name, int series, TimeSeries values) {}

  /// A stretch in which times are known badly.
  ///
  /// @param plusMinus the largest half breadth of a time's 90 % interval
  public record Uncertain(Instant from, Instant to, Duration plusMinus) {}

  public LinePanels {
    panels = List.copyOf(panels);
    uncertain = List.copyOf(uncertain);
  }

  /// Whether nothing was measured.
  public boolean isEmpty() {
    return panels.stream().allMatch(Panel::isEmpty);
  }

  /// The series that has most points: pointing steps along it.
  public TimeSeries longest() {
    return panels.stream().flatMap(panel -> panel.traces().stream()).map(Trace::values)
        .reduce((a, b) -> b.size() > a.size() ? b : a).orElseGet(() -> TimeSeries.of(new long[0], new float[0]));
  }
}
