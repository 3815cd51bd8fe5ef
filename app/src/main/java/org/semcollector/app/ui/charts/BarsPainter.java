package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.chart.EnergyBar;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.GapCause;
import org.semcollector.app.ui.fx.Ink;

/// Draws bars of energy: complete ones solid, partly covered ones pale with a dotted edge, the running one striped, gaps
/// as a hatched column that names its cause where there is room.
final class BarsPainter {
  private final GraphicsContext canvas;
  private final Ink ink;
  private final AxisPainter axes;
  private final Hatch hatch;

  BarsPainter(GraphicsContext canvas, Ink ink) {
    this.canvas = canvas;
    this.ink = ink;
    this.axes = new AxisPainter(canvas, ink);
    this.hatch = new Hatch(canvas);
  }

  /// Where the bars lie in a canvas of this size.
  Plot plot(EnergyBars bars, double width, double height) {
    double left = Math.max(axes.gutter(bars.axis()), axes.width(bars.energyUnit().symbol()) + axes.gap());
    return new Plot(left, axes.headRoom(), width, height - axes.lineHeight());
  }

  /// @param pointedAt index of the bar that is pointed at, -1 for none
  void paint(EnergyBars bars, Plot plot, int pointedAt, Function<GapCause, String> causes) {
    axes.values(bars.axis(), plot, bars.energyUnit().symbol());
    paintGaps(bars, plot, causes);
    if (pointedAt >= 0)
      paintPointer(plot, pointedAt, bars.bars().size());
    for (int i = 0; i < bars.bars().size(); i++)
      paintBar(bars, i, plot);
    axes.columns(bars.bars().stream().map(EnergyBar::tick).toList(), plot);
  }

  private void paintPointer(Plot plot, int index, int count) {
    canvas.setFill(ink.focus().deriveColor(0, 1, 1, 0.12));
    canvas.fillRect(plot.x(index, count), plot.top(), plot.width() / count, plot.height());
  }

  private void paintBar(EnergyBars chart, int index, Plot plot) {
    EnergyBar bar = chart.bars().get(index);
    double column = plot.width() / chart.bars().size();
    double gap = column > 4 ? Math.min(column * 0.25, 14) : 0;
    double x = Math.rint(plot.x(index, chart.bars().size()) + gap / 2);
    double width = Math.max(1, Math.rint(plot.x(index + 1, chart.bars().size()) - gap / 2) - x);
    double below = 0;
    List<java.util.OptionalDouble> parts = bar.partsKwh();
    int top = topPart(parts);
    for (int part = 0; part < parts.size(); part++) {
      double value = chart.energyUnit().of(parts.get(part).orElse(0));
      double y = Math.rint(plot.y(chart.axis().position(below + value)));
      double bottom = Math.rint(plot.y(chart.axis().position(below)));
      if (parts.get(part).isPresent() && value > 0)
        fill(bar.state(), ink.series(part), new Box(x, Math.min(y, bottom - 1), width, Math.max(1, bottom - y)),
            part == top ? Math.min(4, width / 3) : 0);
      below += value;
    }
  }

  private static int topPart(List<java.util.OptionalDouble> parts) {
    int top = parts.size() - 1;
    while (top > 0 && parts.get(top).orElse(0) <= 0)
      top--;
    return top;
  }

  private void fill(EnergyBar.State state, Color colour, Box box, double radius) {
    switch (state) {
      case COMPLETE -> {
        canvas.setFill(colour);
        box.path(canvas, radius);
        canvas.fill();
      }
      case PARTLY -> {
        canvas.setFill(colour.deriveColor(0, 1, 1, 0.35));
        box.path(canvas, radius);
        canvas.fill();
        edge(colour, box, radius, 3);
      }
      case RUNNING -> {
        canvas.setFill(colour.deriveColor(0, 1, 1, 0.22));
        box.path(canvas, radius);
        canvas.fill();
        hatch.fill(box, radius, colour, 6, 2.5);
        edge(colour, box, radius, 0);
      }
      case GAP -> {
      }
    }
  }

  private void edge(Color colour, Box box, double radius, double dash) {
    if (box.width() < 4)
      return;
    canvas.setStroke(colour);
    canvas.setLineWidth(1);
    canvas.setLineDashes(dash);
    box.inset(0.5).path(canvas, radius);
    canvas.stroke();
    canvas.setLineDashes();
  }

  private void paintGaps(EnergyBars chart, Plot plot, Function<GapCause, String> causes) {
    List<EnergyBar> bars = chart.bars();
    for (int start = 0; start < bars.size();) {
      int end = start + 1;
      while (end < bars.size() && bars.get(end).gap().equals(bars.get(start).gap()))
        end++;
      if (bars.get(start).gap().isPresent())
        paintGap(bars.get(start).gap().get(), plot.x(start, bars.size()), plot.x(end, bars.size()), plot, causes);
      start = end;
    }
  }

  private void paintGap(GapCause cause, double from, double to, Plot plot, Function<GapCause, String> causes) {
    boolean hatched = cause == GapCause.NO_READINGS || cause == GapCause.NOT_COLLECTED;
    Box band = new Box(Math.rint(from) + 1, plot.top(), Math.rint(to) - Math.rint(from) - 2, plot.height());
    if (hatched)
      hatch.fill(band, 0, ink.gap(), cause == GapCause.NO_READINGS ? 6 : 12, 1);
    String label = causes.apply(cause);
    double needed = axes.width(label) + 2 * axes.gap();
    if (needed > band.width())
      return;
    double middle = band.x() + band.width() / 2;
    double y = plot.top() + plot.height() / 2;
    canvas.setFill(ink.ground());
    canvas.fillRoundRect(middle - needed / 2, y - axes.lineHeight() / 2, needed, axes.lineHeight(), 8, 8);
    axes.text(label, middle, y, TextAlignment.CENTER, VPos.CENTER);
  }
}
