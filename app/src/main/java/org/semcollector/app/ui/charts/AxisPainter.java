package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.chart.Axis;

/// Draws value axes as quiet horizontal lines with numbers on the left, and labels along the bottom.
final class AxisPainter {
  private final Sheet sheet;

  AxisPainter(Sheet sheet) {
    this.sheet = sheet;
  }

  /// A label under a place 0..1 of the chart.
  record Label(double place, String text) {}

  /// Room that the numbers of an axis, or its name, and the gap to the plot need on the left.
  double gutter(Axis axis, String name) {
    double numbers = axis.ticks().stream().mapToDouble(tick -> sheet.width(tick.label())).max().orElse(0);
    return Math.ceil(Math.max(numbers, sheet.width(name))) + sheet.gap();
  }

  /// @param name what the axis measures, above it
  void values(Axis axis, Plot plot, String name) {
    sheet.canvas().setLineWidth(1);
    int intervals = axis.ticks().size() - 1;
    int every = (int) Math.max(1, Math.ceil(intervals * sheet.ruler().height() * 1.25 / plot.height()));
    for (int i = 0; i <= intervals; i += every) {
      Axis.Tick tick = axis.ticks().get(i);
      double y = Math.rint(plot.y(axis.position(tick.value()))) + 0.5;
      sheet.canvas().setStroke(sheet.ink().grid());
      sheet.canvas().strokeLine(plot.left(), y, plot.right(), y);
      sheet.text(tick.label(), plot.left() - sheet.gap(), y, TextAlignment.RIGHT, VPos.CENTER);
    }
    sheet.text(name, 0, plot.top() - sheet.gap() * 1.2, TextAlignment.LEFT, VPos.BOTTOM);
  }

  /// Labels under equal columns, of which some may be empty.
  ///
  /// @param first index of the first column given
  /// @param count of all columns
  void columns(List<String> labels, int first, int count, Plot plot) {
    below(IntStream.range(0, labels.size()).filter(i -> !labels.get(i).isEmpty())
        .mapToObj(i -> new Label((first + i + 0.5) / count, labels.get(i))).toList(), plot);
  }

  /// Labels below places; of crowded ones only every second, third, … is written, and none beyond the plot.
  void below(List<Label> labels, Plot plot) {
    if (labels.isEmpty())
      return;
    double widest = labels.stream().mapToDouble(label -> sheet.width(label.text())).max().orElse(0);
    double room = labels.size() > 1 ? plot.x(labels.get(1).place()) - plot.x(labels.get(0).place()) : plot.width();
    int every = Math.max(1, (int) Math.ceil((widest + sheet.gap()) / Math.max(0.01, room)));
    for (int i = 0; i < labels.size(); i += every) {
      double middle = plot.x(labels.get(i).place());
      double half = sheet.width(labels.get(i).text()) / 2;
      if (middle >= plot.left() - 1 && middle + half <= sheet.width() + 1)
        sheet.text(labels.get(i).text(), middle, plot.bottom() + sheet.gap(), TextAlignment.CENTER, VPos.TOP);
    }
  }
}
