package org.semcollector.app.ui.charts;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.semcollector.app.chart.Axis;
import org.semcollector.app.chart.TimeSeries;

/// Draws a line through measured values; it breaks where a value is missing. Where there are more points than pixels,
/// each pixel column shows the span from its lowest to its highest value, so that no peak is lost and a million points
/// take no longer than a thousand.
final class LinesPainter {
  private static final int POINTS_PER_PIXEL = 2;

  private final GraphicsContext canvas;
  private final Plot plot;
  private final Axis axis;
  private final long from;
  private final double millis;
  private final double thickness;

  /// @param from start of the whole chart, ms since 1970
  /// @param to its end
  LinesPainter(Sheet sheet, Plot plot, Axis axis, long from, long to) {
    this.canvas = sheet.canvas();
    this.plot = plot;
    this.axis = axis;
    this.from = from;
    this.millis = (double) to - from;
    this.thickness = Math.max(1.6, sheet.ink().font().getSize() / 7.5);
  }

  void paint(TimeSeries series, Color colour) {
    int first = Math.max(0, series.firstAt(timeAt(plot.left())) - 1);
    int end = Math.min(series.size(), series.firstAt(timeAt(plot.right())) + 2);
    canvas.setStroke(colour);
    canvas.setFill(colour);
    if (end - first > POINTS_PER_PIXEL * plot.width())
      paintColumns(series, first, end);
    else
      paintPieces(series, first, end);
  }

  private void paintColumns(TimeSeries series, int first, int end) {
    int start = first;
    float before = Float.NaN;
    for (int x = (int) Math.floor(plot.left()); x < plot.right(); x++) {
      int stop = Math.min(end, series.firstAt(timeAt(x + 1)));
      if (stop <= start)
        continue;
      double low = series.low(start, stop);
      double high = series.high(start, stop);
      if (low <= high) {
        // joined with the column before, as a line would be
        low = Float.isNaN(before) ? low : Math.min(low, before);
        high = Float.isNaN(before) ? high : Math.max(high, before);
        double top = y(high) - thickness / 2;
        canvas.fillRect(x, top, 1, Math.max(thickness, y(low) + thickness / 2 - top));
      }
      before = series.value(stop - 1);
      start = stop;
    }
  }

  private void paintPieces(TimeSeries series, int first, int end) {
    canvas.setLineWidth(thickness);
    canvas.setLineCap(StrokeLineCap.ROUND);
    canvas.setLineJoin(StrokeLineJoin.ROUND);
    double[] xs = new double[end - first];
    double[] ys = new double[end - first];
    int length = 0;
    for (int i = first; i < end; i++) {
      if (Float.isNaN(series.value(i))) {
        stroke(xs, ys, length);
        length = 0;
        continue;
      }
      xs[length] = x(series.time(i));
      ys[length++] = y(series.value(i));
    }
    stroke(xs, ys, length);
    canvas.setLineCap(StrokeLineCap.SQUARE);
    canvas.setLineJoin(StrokeLineJoin.MITER);
  }

  private void stroke(double[] xs, double[] ys, int length) {
    if (length == 1)
      canvas.fillOval(xs[0] - 2.5, ys[0] - 2.5, 5, 5);
    else if (length > 1)
      canvas.strokePolyline(xs, ys, length);
  }

  double x(long time) {
    return plot.x((time - from) / millis);
  }

  double y(double value) {
    return plot.y(axis.position(value));
  }

  private long timeAt(double x) {
    return from + (long) (plot.place(x) * millis);
  }
}
