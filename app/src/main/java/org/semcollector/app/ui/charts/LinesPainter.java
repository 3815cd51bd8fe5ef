package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.chart.CurrentVoltageLines;
import org.semcollector.app.chart.LineSeries;
import org.semcollector.app.chart.LineThinner;
import org.semcollector.app.ui.fx.Ink;
import org.semcollector.app.ui.fx.Messages;

/// Draws voltage above current over the same time. Lines break where there is no reading.
final class LinesPainter {
  private final GraphicsContext canvas;
  private final Ink ink;
  private final AxisPainter axes;

  LinesPainter(GraphicsContext canvas, Ink ink) {
    this.canvas = canvas;
    this.ink = ink;
    this.axes = new AxisPainter(canvas, ink);
  }

  /// The rectangle of both lines together.
  Plot plot(CurrentVoltageLines lines, double width, double height) {
    double left = Math.max(axes.gutter(lines.voltage().axis()), axes.gutter(lines.current().axis()));
    return new Plot(left, axes.headRoom(), width - 2, height - axes.lineHeight());
  }

  /// @param pointedAt index of the span that is pointed at, -1 for none
  void paint(CurrentVoltageLines lines, Plot plot, int pointedAt, Messages messages) {
    double between = axes.headRoom() + 2 * axes.gap();
    double half = (plot.height() - between) / 2;
    Plot upper = new Plot(plot.left(), plot.top(), plot.right(), plot.top() + half);
    Plot lower = new Plot(plot.left(), plot.bottom() - half, plot.right(), plot.bottom());
    axes.columns(lines.ticks().stream().map(CurrentVoltageLines.TimeTick::label).toList(), plot);
    if (lines.isEmpty()) {
      axes.text(messages.text("chart.no-data"), plot.left() + plot.width() / 2, plot.top() + plot.height() / 2,
          TextAlignment.CENTER,
          VPos.CENTER);
      return;
    }
    axes.values(lines.voltage().axis(), upper, messages.text("chart.voltage"));
    axes.values(lines.current().axis(), lower, messages.text("chart.current"));
    if (pointedAt >= 0)
      paintPointer(lines, plot, pointedAt);
    paintLine(lines, lines.voltage(), upper, ink.voltage());
    paintLine(lines, lines.current(), lower, ink.current());
  }

  private void paintPointer(CurrentVoltageLines lines, Plot plot, int index) {
    double x = Math.rint(plot.x(index, lines.spans().size()) + plot.width() / lines.spans().size() / 2) + 0.5;
    canvas.setStroke(ink.muted());
    canvas.setLineWidth(1);
    canvas.strokeLine(x, plot.top(), x, plot.bottom());
  }

  private void paintLine(CurrentVoltageLines lines, LineSeries series, Plot plot, Color colour) {
    canvas.setStroke(colour);
    canvas.setFill(colour);
    canvas.setLineWidth(Math.max(2, ink.font().getSize() / 6.5));
    canvas.setLineCap(StrokeLineCap.ROUND);
    canvas.setLineJoin(StrokeLineJoin.ROUND);
    for (List<LineSeries.Point> piece : series.pieces()) {
      List<LineSeries.Point> points = LineThinner.thin(piece, lines.from(), lines.to(), (int) plot.width());
      double[] xs = points.stream().mapToDouble(point -> x(lines, point.at(), plot)).toArray();
      double[] ys = points.stream().mapToDouble(point -> plot.y(series.axis().position(point.value()))).toArray();
      if (xs.length == 1)
        canvas.fillOval(xs[0] - 2.5, ys[0] - 2.5, 5, 5);
      else
        canvas.strokePolyline(xs, ys, xs.length);
    }
    canvas.setLineCap(StrokeLineCap.SQUARE);
    canvas.setLineJoin(StrokeLineJoin.MITER);
  }

  private static double x(CurrentVoltageLines lines, Instant at, Plot plot) {
    double whole = lines.to().toEpochMilli() - lines.from().toEpochMilli();
    return plot.left() + plot.width() * (at.toEpochMilli() - lines.from().toEpochMilli()) / whole;
  }
}
