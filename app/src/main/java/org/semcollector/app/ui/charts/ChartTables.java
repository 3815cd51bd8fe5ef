package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.semcollector.app.analysis.DailyProfile;
import org.semcollector.app.analysis.HeatMap;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartRequest.Content;
import org.semcollector.app.chart.DurationCurves;
import org.semcollector.app.chart.EnergyBar;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.HeatGrid;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.chart.ProfileLines;
import org.semcollector.app.ui.charts.ChartTable.Cell;
import org.semcollector.app.ui.charts.ChartTable.Row;
import org.semcollector.app.ui.fx.Messages;

/// Writes the numbers of charts into tables: what is seen, as numbers.
record ChartTables(ChartLabels labels, Messages messages) {
  /// Longer tables nobody reads; exports have everything.
  static final int MOST_ROWS = 20_000;
  private static final int SHARE_STEPS = 20;
  private static final long SAME_SAVE_MILLIS = 30_000;

  ChartTable of(Content content) {
    return switch (content) {
      case Content.Energy(var bars) -> energy(bars);
      case Content.Share(var slices) -> new ShareTable(labels, messages).of(slices);
      case Content.Lines(var lines) -> lines(lines);
      case Content.Heat(var grid) -> heat(grid);
      case Content.Duration(var curves) -> duration(curves);
      case Content.Profile(var lines) -> profile(lines);
    };
  }

  private ChartTable energy(EnergyBars bars) {
    boolean several = bars.meters().size() > 1;
    boolean uncertain = bars.bars().stream().anyMatch(bar -> bar.uncertainKwh() > 0);
    List<String> columns = new ArrayList<>(List.of(messages.text("table.from"), messages.text("table.energy")));
    if (bars.scaled().isPresent())
      columns.add(messages.text("table.scaled"));
    if (several)
      bars.meters().forEach(meter -> columns.add(messages.text("table.energy-of", meter)));
    if (uncertain)
      columns.add(messages.text("table.uncertain"));
    if (bars.isCompared())
      columns.add(messages.text("table.before"));
    if (bars.isCompared() && bars.scaled().isPresent())
      columns.add(messages.text("table.scaled-before"));
    if (bars.isCompared())
      columns.add(messages.text("table.change"));
    columns.addAll(List.of(messages.text("table.share"), messages.text("table.covered"), messages.text("table.state")));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < bars.bars().size(); i++) {
      EnergyBar bar = bars.bars().get(i);
      int index = i;
      List<Cell> cells = new ArrayList<>();
      cells.add(new Cell.Time(bar.span(), bar.from()));
      cells.add(number(bar.energyKwh(), 3));
      bars.scaled().ifPresent(scaled -> cells.add(number(scaled.bucketsKwh().get(index), 3)));
      if (several)
        bar.partsKwh().forEach(part -> cells.add(number(part, 3)));
      if (uncertain)
        cells.add(number(bar.energyKwh().isPresent() ? OptionalDouble.of(bar.uncertainKwh()) : bar.energyKwh(), 3));
      if (bars.isCompared()) {
        cells.add(number(bar.comparedKwh(), 3));
        bars.scaled().ifPresent(scaled -> cells.add(number(scaled.comparedKwh().get(index), 3)));
        cells.add(number(change(bar), 1));
      }
      cells.add(number(bar.energyKwh().isPresent() && bars.totalKwh() > 0
          ? OptionalDouble.of(bar.energyKwh().getAsDouble() / bars.totalKwh() * 100)
          : OptionalDouble.empty(), 1));
      cells.add(number(OptionalDouble.of(Math.floor(bar.coverage() * 1000) / 10), 1));
      cells.add(new Cell.Words(state(bar)));
      rows.add(new Row(cells));
    }
    return new ChartTable(columns, rows);
  }

  private static OptionalDouble change(EnergyBar bar) {
    double before = bar.comparedKwh().orElse(0);
    return bar.state() == EnergyBar.State.COMPLETE && before > 0
        ? OptionalDouble.of((bar.energyKwh().orElse(0) / before - 1) * 100)
        : OptionalDouble.empty();
  }

  private String state(EnergyBar bar) {
    return bar.gap().map(cause -> messages.of("chart.gap", cause)).orElseGet(() -> messages.of("state-of-bar",
        bar.state()));
  }

  private ChartTable lines(LinePanels lines) {
    List<String> columns = new ArrayList<>(List.of(messages.text("table.time")));
    TreeMap<Long, double[]> values = new TreeMap<>();
    int traces = lines.panels().stream().mapToInt(panel -> panel.traces().size()).sum();
    List<Integer> decimals = new ArrayList<>();
    int column = 0;
    for (LinePanels.Panel panel : lines.panels())
      for (LinePanels.Trace trace : panel.traces()) {
        String quantity = messages.of("chart.quantity", panel.quantity());
        columns.add(panel.traces().size() > 1 ? trace.name() + ": " + quantity : quantity);
        decimals.add(panel.quantity().decimals());
        int stop = Math.min(trace.values().size(), MOST_ROWS);
        for (int i = 0; i < stop; i++)
          if (!Float.isNaN(trace.values().value(i)))
            row(values, trace.values().time(i), traces)[column] = trace.values().value(i);
        column++;
      }
    List<Row> rows = new ArrayList<>();
    values.entrySet().stream().limit(MOST_ROWS).forEach(entry -> {
      List<Cell> cells = new ArrayList<>();
      Instant at = Instant.ofEpochMilli(entry.getKey());
      cells.add(new Cell.Time(labels.shortMoment(at), at));
      for (int i = 0; i < traces; i++)
        cells.add(number(Double.isNaN(entry.getValue()[i])
            ? OptionalDouble.empty()
            : OptionalDouble.of(entry.getValue()[i]), decimals.get(i)));
      rows.add(new Row(cells));
    });
    return new ChartTable(columns, rows);
  }

  /// The row of a time; phases of the same save are stamped a few seconds apart and share one.
  private static double[] row(TreeMap<Long, double[]> values, long time, int traces) {
    Map.Entry<Long, double[]> before = values.floorEntry(time);
    if (before != null && time - before.getKey() < SAME_SAVE_MILLIS)
      return before.getValue();
    double[] row = unmeasured(traces);
    values.put(time, row);
    return row;
  }

  private static double[] unmeasured(int count) {
    double[] none = new double[count];
    java.util.Arrays.fill(none, Double.NaN);
    return none;
  }

  private ChartTable heat(HeatGrid grid) {
    List<Row> rows = new ArrayList<>();
    for (HeatGrid.Column column : grid.columns())
      for (int hour = 0; hour < column.cells().size(); hour++) {
        HeatMap.Cell cell = column.cells().get(hour);
        if (cell.exists())
          rows.add(new Row(List.of(new Cell.Words(column.name()), new Cell.Words(hour(hour)),
              number(cell.meanPowerW(), 0), number(OptionalDouble.of(cell.basis().share() * 100), 1))));
      }
    return new ChartTable(List.of(messages.text("table.day"), messages.text("table.hour"),
        messages.text("table.power"), messages.text("table.covered")), rows);
  }

  private ChartTable duration(DurationCurves curves) {
    List<String> columns = new ArrayList<>(List.of(messages.text("table.share-of-time")));
    curves.curves().forEach(curve -> columns.add(messages.text("table.power-of", curve.name())));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i <= SHARE_STEPS; i++) {
      double share = (double) i / SHARE_STEPS;
      List<Cell> cells = new ArrayList<>();
      cells.add(number(OptionalDouble.of(share * 100), 0));
      curves.curves().forEach(curve -> cells.add(number(curve.load().exceededDuring(share), 0)));
      rows.add(new Row(cells));
    }
    return new ChartTable(columns, curves.isEmpty() ? List.of() : rows);
  }

  private ChartTable profile(ProfileLines lines) {
    List<Row> rows = new ArrayList<>();
    for (int hour = 0; hour < HeatMap.HOURS; hour++) {
      DailyProfile.Hour weekday = lines.weekdays().hours().get(hour);
      rows.add(new Row(List.of(new Cell.Words(hour(hour)), number(weekday.meanPowerW(), 0),
          number(weekday.lowPowerW(), 0), number(weekday.highPowerW(), 0),
          number(lines.weekends().hours().get(hour).meanPowerW(), 0))));
    }
    return new ChartTable(List.of(messages.text("table.hour"), messages.text("table.weekdays"),
        messages.text("table.weekdays-low"), messages.text("table.weekdays-high"), messages.text("table.weekends")),
        lines.isEmpty() ? List.of() : rows);
  }

  private String hour(int hour) {
    return new StringJoiner("–").add(String.format(labels.locale(), "%02d:00", hour))
        .add(String.format(labels.locale(), "%02d:00", hour + 1)).toString();
  }

  private Cell number(OptionalDouble value, int decimals) {
    return value.isPresent()
        ? new Cell.Figure(labels.number(value.getAsDouble(), decimals), value.getAsDouble())
        : new Cell.Figure("", Double.NaN);
  }
}
