package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.analysis.LoadDuration;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.DurationCurves;
import org.semcollector.app.chart.DurationCurves.Curve;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.ui.fx.Messages;

/// For what share of the measured time each power was reached or exceeded.
public final class DurationChart extends CanvasChart {
  /// The keyboard steps by half a percent of the time.
  private static final int STEPS = 200;
  private static final double NARROWEST = 0.02;

  private final ChartLabels labels;
  private final Messages messages;
  private DurationCurves curves;

  public DurationChart(DurationCurves curves, ChartLabels labels, Messages messages) {
    this.curves = curves;
    this.labels = labels;
    this.messages = messages;
    setAccessibleText(summary());
  }

  public void show(DurationCurves changed) {
    curves = changed;
    refresh(false);
  }

  @Override
  int count() {
    return curves.isEmpty() ? 0 : STEPS + 1;
  }

  @Override
  int at(double x, double y, Plot plot) {
    return curves.isEmpty() ? -1 : Math.clamp(Math.round(plot.place(x) * STEPS), 0, STEPS);
  }

  @Override
  Box place(int index, Plot plot) {
    return new Box(plot.x(along(index)), plot.top(), 0, plot.height());
  }

  @Override
  int beside(int index, KeyCode arrow) {
    int step = arrow == KeyCode.LEFT ? -1 : arrow == KeyCode.RIGHT ? 1 : 0;
    return Math.clamp((long) index + step, 0, STEPS);
  }

  @Override
  double along(int index) {
    return (double) index / STEPS;
  }

  @Override
  double narrowest() {
    return NARROWEST;
  }

  @Override
  Plot paint(Sheet sheet, Viewport seen, int pointedAt) {
    AxisPainter axes = new AxisPainter(sheet);
    Plot plot = new Plot(axes.gutter(curves.axis(), ""), sheet.headRoom(), sheet.width() - sheet.width("100 %") / 2,
        sheet.height() - sheet.lineHeight(), seen);
    if (curves.isEmpty()) {
      sheet.text(messages.text("chart.no-data"), plot.left() + plot.width() / 2, plot.top() + plot.height() / 2,
          TextAlignment.CENTER, VPos.CENTER);
      return plot;
    }
    axes.values(curves.axis(), plot, messages.text("chart.duration.unit"));
    axes.below(shares(seen), plot);
    sheet.clip(plot);
    for (Curve curve : curves.curves())
      paintCurve(curve, sheet, plot);
    if (pointedAt >= 0)
      paintPointer(sheet, plot, pointedAt);
    sheet.unclip();
    return plot;
  }

  private List<AxisPainter.Label> shares(Viewport seen) {
    int every = seen.breadth() > 0.5 ? 10 : seen.breadth() > 0.2 ? 5 : 1;
    return IntStream.rangeClosed(0, 100 / every).map(i -> i * every)
        .filter(percent -> percent >= seen.from() * 100 - 0.01 && percent <= seen.to() * 100 + 0.01)
        .mapToObj(percent -> new AxisPainter.Label(percent / 100.0, percent + "\u00a0%")).toList();
  }

  private void paintCurve(Curve curve, Sheet sheet, Plot plot) {
    List<LoadDuration.Step> steps = curve.load().steps();
    if (steps.isEmpty())
      return;
    GraphicsContext canvas = sheet.canvas();
    double length = curve.load().length().toMillis();
    canvas.beginPath();
    double x = plot.x(0);
    canvas.moveTo(x, plot.y(curves.axis().position(steps.getFirst().powerW())));
    double drawn = x;
    for (LoadDuration.Step step : steps) {
      double end = plot.x(step.until().toMillis() / length);
      // steps narrower than a pixel change nothing
      if (end - drawn < 0.7 && step.until().compareTo(steps.getLast().until()) < 0)
        continue;
      double y = plot.y(curves.axis().position(step.powerW()));
      canvas.lineTo(drawn, y);
      canvas.lineTo(end, y);
      drawn = end;
    }
    canvas.setStroke(sheet.ink().series(curve.series()));
    canvas.setLineWidth(Math.max(2, sheet.ink().font().getSize() / 6.5));
    canvas.stroke();
    if (curves.curves().size() > 1)
      return;
    canvas.lineTo(drawn, plot.bottom());
    canvas.lineTo(plot.x(0), plot.bottom());
    canvas.closePath();
    canvas.setFill(sheet.ink().series(curve.series()).deriveColor(0, 1, 1, 0.14));
    canvas.fill();
  }

  private void paintPointer(Sheet sheet, Plot plot, int index) {
    double x = Math.rint(plot.x(along(index))) + 0.5;
    sheet.canvas().setStroke(sheet.ink().muted());
    sheet.canvas().setLineWidth(1);
    sheet.canvas().strokeLine(x, plot.top(), x, plot.bottom());
    for (Curve curve : curves.curves())
      curve.load().exceededDuring(along(index)).ifPresent(power -> {
        double y = plot.y(curves.axis().position(power));
        sheet.canvas().setFill(sheet.ink().series(curve.series()));
        sheet.canvas().fillOval(x - 4, y - 4, 8, 8);
      });
  }

  @Override
  Tip tip(int index) {
    StringJoiner values = new StringJoiner("\n");
    for (Curve curve : curves.curves())
      curve.load().exceededDuring(along(index)).ifPresent(power -> values
          .add((curves.curves().size() > 1 ? curve.name() + "  " : "") + labels.power(power)));
    return new Tip(messages.text("chart.duration.tip", labels.number(along(index) * 100, 1)), values.toString(), "");
  }

  @Override
  String summary() {
    StringJoiner said = new StringJoiner("; ");
    for (Curve curve : curves.curves())
      if (!curve.load().steps().isEmpty())
        said.add(messages.text("chart.duration.summary", curve.name(),
            labels.power(curve.load().exceededDuring(0).orElse(0)),
            labels.power(curve.load().exceededDuring(0.5).orElse(0)),
            labels.power(curve.load().exceededDuring(1).orElse(0))));
    return curves.isEmpty() ? messages.text("chart.no-data") : said.toString();
  }
}
