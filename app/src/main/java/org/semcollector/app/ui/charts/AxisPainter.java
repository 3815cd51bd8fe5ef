package org.semcollector.app.ui.charts;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.chart.Axis;
import org.semcollector.app.ui.fx.Ink;

/// Draws value axes as quiet horizontal lines with numbers on the left, and labels along the bottom.
final class AxisPainter {
  private final GraphicsContext canvas;
  private final Ink ink;
  private final TextRuler ruler;

  AxisPainter(GraphicsContext canvas, Ink ink) {
    this.canvas = canvas;
    this.ink = ink;
    this.ruler = new TextRuler(ink.font());
    canvas.setFont(ink.font());
  }

  /// Room that the numbers of an axis and the gap to the plot need on the left.
  double gutter(Axis axis) {
    return Math.ceil(axis.ticks().stream().mapToDouble(tick -> ruler.width(tick.label())).max().orElse(0)) + gap();
  }

  /// Height of one line of labels with the gap above it.
  double lineHeight() {
    return Math.ceil(ruler.height() + gap());
  }

  /// Room above a plot for the name of its unit.
  double headRoom() {
    return 2 * lineHeight() - gap();
  }

  double gap() {
    return Math.ceil(ink.font().getSize() * 0.7);
  }

  /// @param name what the axis measures, above it
  void values(Axis axis, Plot plot, String name) {
    canvas.setLineWidth(1);
    int intervals = axis.ticks().size() - 1;
    int every = (int) Math.max(1, Math.ceil(intervals * ruler.height() * 1.25 / plot.height()));
    for (int i = 0; i <= intervals; i += every) {
      Axis.Tick tick = axis.ticks().get(i);
      double y = Math.rint(plot.y(axis.position(tick.value()))) + 0.5;
      canvas.setStroke(ink.grid());
      canvas.strokeLine(plot.left(), y, plot.right(), y);
      text(tick.label(), plot.left() - gap(), y, TextAlignment.RIGHT, VPos.CENTER);
    }
    text(name, 0, plot.top() - gap() * 1.2, TextAlignment.LEFT, VPos.BOTTOM);
  }

  /// Labels under columns; of crowded ones only every second, fifth, … is written.
  void columns(List<String> labels, Plot plot) {
    double widest = labels.stream().mapToDouble(ruler::width).max().orElse(0);
    List<Integer> named = java.util.stream.IntStream.range(0, labels.size()).filter(i -> !labels.get(i).isEmpty())
        .boxed().toList();
    if (named.isEmpty())
      return;
    double room = named.size() > 1
        ? (plot.x(named.get(1), labels.size()) - plot.x(named.get(0), labels.size()))
        : plot.width();
    int every = Math.max(1, (int) Math.ceil((widest + gap()) / room));
    double column = plot.width() / labels.size();
    for (int i = 0; i < named.size(); i += every) {
      int index = named.get(i);
      double middle = plot.x(index, labels.size()) + column / 2;
      text(labels.get(index), middle, plot.bottom() + gap(), TextAlignment.CENTER, VPos.TOP);
    }
  }

  void text(String text, double x, double y, TextAlignment alignment, VPos origin) {
    canvas.setFill(ink.muted());
    canvas.setTextAlign(alignment);
    canvas.setTextBaseline(origin);
    canvas.fillText(text, x, y);
  }

  double width(String text) {
    return ruler.width(text);
  }
}
