package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.chart.TimeSeries;
import org.semcollector.app.chart.TimeTicks;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.ui.fx.Messages;

/// Lines of measured values, one panel above the other.
public final class LinesChart extends CanvasChart {
  private static final double NARROWEST_MILLIS = 3 * 3_600_000.0;
  private static final double LABEL_EMS = 7;

  private final Messages messages;
  private final ChartLabels labels;
  private LinePanels lines;
  private TimeSeries steps;
  private List<Mark> marks = List.of();

  public LinesChart(LinePanels lines, ChartLabels labels, Messages messages) {
    this.lines = lines;
    this.steps = lines.longest();
    this.labels = labels;
    this.messages = messages;
    setAccessibleText(summary());
  }

  public void show(LinePanels changed) {
    show(changed, List.of());
  }

  /// @param happened drawn above the lines
  public void show(LinePanels changed, List<Mark> happened) {
    boolean sameTime = lines.from().equals(changed.from()) && lines.to().equals(changed.to());
    lines = changed;
    steps = changed.longest();
    marks = List.copyOf(happened);
    refresh(sameTime);
  }

  @Override
  int count() {
    return steps.size();
  }

  @Override
  int at(double x, double y, Plot plot) {
    return steps.nearest(time().millisAt(plot.place(x)), (long) (time().millis() * plot.view().breadth() / 30));
  }

  @Override
  Box place(int index, Plot plot) {
    return new Box(plot.x(along(index)), plot.top(), 0, plot.height());
  }

  @Override
  int beside(int index, KeyCode arrow) {
    int step = arrow == KeyCode.LEFT ? -1 : arrow == KeyCode.RIGHT ? 1 : 0;
    int next = index + step;
    while (step != 0 && next >= 0 && next < count() && Float.isNaN(steps.value(next)))
      next += step;
    return next >= 0 && next < count() ? next : index;
  }

  @Override
  double along(int index) {
    return time().place(steps.time(index));
  }

  @Override
  double narrowest() {
    return Math.min(1, NARROWEST_MILLIS / time().millis());
  }

  @Override
  Plot paint(Sheet sheet, Viewport seen, int pointedAt) {
    AxisPainter axes = new AxisPainter(sheet);
    double left = lines.panels().stream().mapToDouble(panel -> axes.gutter(panel.axis(), "")).max().orElse(0);
    Plot plot = new Plot(left, sheet.headRoom(), sheet.width(), sheet.height() - sheet.lineHeight(), seen);
    axes.below(ticks(sheet, plot), plot);
    if (lines.isEmpty()) {
      sheet.text(messages.text("chart.no-data"), plot.left() + plot.width() / 2, plot.top() + plot.height() / 2,
          TextAlignment.CENTER, VPos.CENTER);
      return plot;
    }
    PanelsPainter painter = new PanelsPainter(lines, time(), sheet);
    List<Plot> places = painter.places(plot);
    for (int i = 0; i < places.size(); i++)
      axes.values(lines.panels().get(i).axis(), places.get(i),
          messages.of("chart.quantity", lines.panels().get(i).quantity()));
    sheet.clip(plot);
    MarkPainter happened = new MarkPainter(sheet, at -> time().place(at));
    happened.paintSpans(marks, plot);
    for (int i = 0; i < places.size(); i++)
      painter.paint(lines.panels().get(i), places.get(i));
    places.forEach(painter::paintUncertain);
    happened.paintSigns(marks, plot);
    if (pointedAt >= 0)
      painter.paintPointer(places, steps.time(pointedAt));
    sheet.unclip();
    return plot;
  }

  private List<AxisPainter.Label> ticks(Sheet sheet, Plot plot) {
    int most = (int) Math.max(1, plot.width() / (sheet.ink().font().getSize() * LABEL_EMS));
    TimeAxis time = time();
    return TimeTicks.between(time.at(plot.view().from()), time.at(plot.view().to()), most, labels.zone(),
        labels.locale()).stream().map(tick -> new AxisPainter.Label(time.place(tick.at()), tick.label())).toList();
  }

  @Override
  Tip tip(int index) {
    return words().tip(Instant.ofEpochMilli(steps.time(index)), time());
  }

  @Override
  String summary() {
    return words().summary();
  }

  private LineWords words() {
    return new LineWords(lines, marks, labels, messages);
  }

  private TimeAxis time() {
    return new TimeAxis(lines.from(), lines.to());
  }
}
