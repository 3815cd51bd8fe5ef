package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.semcollector.app.chart.EnergyBar;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.GapCause;
import org.semcollector.app.ui.fx.Ink;

/// Draws bars of energy: complete ones solid, partly covered ones pale with a dotted edge, the running one striped, gaps
/// as a hatched column that names its cause where there is room; behind a bar the one it is compared with.
final class BarsPainter {
  /// Above this share of a bar the uncertainty of its times is worth a band.
  private static final double UNCERTAIN_FROM = 0.005;

  private final GraphicsContext canvas;
  private final Sheet sheet;
  private final Ink ink;
  private final Hatch hatch;

  BarsPainter(Sheet sheet) {
    this.sheet = sheet;
    this.canvas = sheet.canvas();
    this.ink = sheet.ink();
    this.hatch = new Hatch(canvas);
  }

  /// Draws the bars that are seen.
  ///
  /// @param pointedAt index of the bar that is pointed at, -1 for none
  void paint(EnergyBars chart, Plot plot, int pointedAt, Function<GapCause, String> causes) {
    int count = chart.bars().size();
    int from = plot.firstSeen(count);
    int to = plot.endSeen(count);
    forEachGap(chart.bars(), from, to, plot, this::paintGap);
    if (pointedAt >= from && pointedAt < to)
      paintPointer(plot, pointedAt, count);
    if (plot.columnWidth(count) < 1) {
      paintHighest(chart, plot);
      return;
    }
    for (int i = from; i < to; i++)
      paintBar(chart, i, plot);
    forEachGap(chart.bars(), from, to, plot, (cause, band) -> {
      if (!chart.isCompared())
        sheet.caption(causes.apply(cause), band);
    });
  }

  /// More bars than pixels: of those in one pixel the highest is drawn, so that no peak is lost.
  private void paintHighest(EnergyBars chart, Plot plot) {
    List<EnergyBar> bars = chart.bars();
    for (int x = (int) plot.left(); x < plot.right(); x++) {
      int from = Math.clamp((long) (plot.place(x) * bars.size()), 0, bars.size());
      int to = Math.clamp((long) Math.ceil(plot.place(x + 1) * bars.size()), 0, bars.size());
      int highest = -1;
      for (int i = from; i < to; i++)
        if (highest < 0 || total(bars.get(i)) > total(bars.get(highest)))
          highest = i;
      if (highest >= 0)
        paintParts(chart, bars.get(highest), EnergyBar.State.COMPLETE, x, 1, plot);
    }
  }

  private static double total(EnergyBar bar) {
    return bar.energyKwh().orElse(-1);
  }

  private void paintPointer(Plot plot, int index, int count) {
    canvas.setFill(ink.focus().deriveColor(0, 1, 1, 0.12));
    canvas.fillRect(plot.x(index, count), plot.top(), plot.columnWidth(count), plot.height());
  }

  private void paintBar(EnergyBars chart, int index, Plot plot) {
    EnergyBar bar = chart.bars().get(index);
    int count = chart.bars().size();
    double column = plot.columnWidth(count);
    double gap = column > 4 ? Math.min(column * 0.25, 14) : column > 2 ? 1 : 0;
    double x = Math.rint(plot.x(index, count) + gap / 2);
    double width = Math.max(1, Math.rint(plot.x(index + 1, count) - gap / 2) - x);
    if (bar.comparedKwh().isPresent())
      paintCompared(chart, bar.comparedKwh().getAsDouble(), x, width, plot);
    double inset = chart.isCompared() && width >= 6 ? Math.rint(width * 0.2) : 0;
    paintParts(chart, bar, bar.state(), x + inset, width - 2 * inset, plot);
    if (bar.uncertainKwh() > UNCERTAIN_FROM * bar.energyKwh().orElse(0))
      paintUncertain(chart, bar, x + inset, width - 2 * inset, plot);
  }

  private void paintCompared(EnergyBars chart, double kwh, double x, double width, Plot plot) {
    double y = Math.rint(plot.y(chart.axis().position(chart.energyUnit().of(kwh))));
    Box box = new Box(x, y, width, Math.rint(plot.bottom()) - y);
    canvas.setFill(ink.muted().deriveColor(0, 1, 1, 0.26));
    box.path(canvas, Math.min(4, width / 3));
    canvas.fill();
    canvas.setFill(ink.muted().deriveColor(0, 1, 1, 0.8));
    if (width >= 4 && kwh > 0)
      canvas.fillRect(x, y, width, 1.5);
  }

  private void paintParts(EnergyBars chart, EnergyBar bar, EnergyBar.State state, double x, double width, Plot plot) {
    double below = 0;
    List<OptionalDouble> parts = bar.partsKwh();
    int top = topPart(parts);
    for (int part = 0; part < parts.size(); part++) {
      double value = chart.energyUnit().of(parts.get(part).orElse(0));
      double y = Math.rint(plot.y(chart.axis().position(below + value)));
      double bottom = Math.rint(plot.y(chart.axis().position(below)));
      if (parts.get(part).isPresent() && value > 0)
        fill(state, ink.series(part), new Box(x, Math.min(y, bottom - 1), width, Math.max(1, bottom - y)),
            part == top ? Math.min(4, width / 3) : 0);
      below += value;
    }
  }

  private static int topPart(List<OptionalDouble> parts) {
    int top = parts.size() - 1;
    while (top > 0 && parts.get(top).orElse(0) <= 0)
      top--;
    return top;
  }

  /// The band within which the bar may really end, over a bar made lighter there.
  private void paintUncertain(EnergyBars chart, EnergyBar bar, double x, double width, Plot plot) {
    double kwh = bar.energyKwh().orElse(0);
    double high = plot.y(chart.axis().position(chart.energyUnit().of(kwh + bar.uncertainKwh())));
    double low = plot.y(chart.axis().position(chart.energyUnit().of(Math.max(0, kwh - bar.uncertainKwh()))));
    double middle = plot.y(chart.axis().position(chart.energyUnit().of(kwh)));
    canvas.setFill(ink.ground().deriveColor(0, 1, 1, 0.55));
    canvas.fillRect(x, middle, width, low - middle);
    Color colour = ink.series(topPart(bar.partsKwh()));
    canvas.setFill(colour.deriveColor(0, 1, 1, 0.3));
    canvas.fillRect(x, high, width, middle - high);
    if (width < 5)
      return;
    canvas.setStroke(ink.text().deriveColor(0, 1, 1, 0.65));
    canvas.setLineWidth(1);
    double centre = Math.floor(x + width / 2) + 0.5;
    canvas.strokeLine(centre, high, centre, low);
    canvas.strokeLine(centre - 2, high, centre + 2, high);
    canvas.strokeLine(centre - 2, low, centre + 2, low);
  }

  private void fill(EnergyBar.State state, Color colour, Box box, double radius) {
    switch (state) {
      case COMPLETE -> solid(colour, box, radius);
      case PARTLY -> {
        solid(colour.deriveColor(0, 1, 1, 0.35), box, radius);
        edge(colour, box, radius, 3);
      }
      case RUNNING -> {
        solid(colour.deriveColor(0, 1, 1, 0.22), box, radius);
        hatch.fill(box, radius, colour, 6, 2.5);
        edge(colour, box, radius, 0);
      }
      case GAP -> {
      }
    }
  }

  private void solid(Color colour, Box box, double radius) {
    canvas.setFill(colour);
    if (radius < 1.5) {
      canvas.fillRect(box.x(), box.y(), box.width(), box.height());
      return;
    }
    box.path(canvas, radius);
    canvas.fill();
  }

  private void edge(Color colour, Box box, double radius, double dash) {
    if (box.width() < 4)
      return;
    canvas.setStroke(colour);
    canvas.setLineWidth(1);
    if (dash > 0)
      canvas.setLineDashes(dash);
    box.inset(0.5).path(canvas, radius);
    canvas.stroke();
    canvas.setLineDashes();
  }

  /// Neighbouring gaps of the same cause are one.
  private static void forEachGap(List<EnergyBar> bars, int from, int to, Plot plot, BiConsumer<GapCause, Box> action) {
    for (int start = from; start < to;) {
      int end = start + 1;
      while (end < to && bars.get(end).gap().equals(bars.get(start).gap()))
        end++;
      if (bars.get(start).gap().isPresent())
        action.accept(bars.get(start).gap().get(), band(Math.max(plot.left(), plot.x(start, bars.size())),
            Math.min(plot.right(), plot.x(end, bars.size())), plot));
      start = end;
    }
  }

  private static Box band(double from, double to, Plot plot) {
    double inset = to - from > 6 ? 1 : 0;
    return new Box(Math.rint(from) + inset, plot.top(), Math.max(1, Math.rint(to) - Math.rint(from) - 2 * inset),
        plot.height());
  }

  private void paintGap(GapCause cause, Box band) {
    if (cause.isMissing())
      hatch.fill(band, 0, ink.gap(), cause == GapCause.NOT_COLLECTED ? 14 : 7, 1.2);
  }
}
