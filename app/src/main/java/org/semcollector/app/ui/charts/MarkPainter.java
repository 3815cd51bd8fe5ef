package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.chart.Mark;

/// Draws what happened to a meter: a sign above the plot, a thin line down through it, and a tint over what lasted.
final class MarkPainter {
  private final Sheet sheet;
  private final ToDoubleFunction<Instant> places;

  /// @param places where along the breadth of the chart a time lies, 0..1
  MarkPainter(Sheet sheet, ToDoubleFunction<Instant> places) {
    this.sheet = sheet;
    this.places = places;
  }

  /// The tints, to be drawn below everything else; where meters were out at the same time there is one.
  void paintSpans(List<Mark> marks, Plot plot) {
    double painted = plot.left();
    for (Mark mark : seen(marks, plot)) {
      double from = Math.max(painted, x(mark.from(), plot));
      double to = Math.min(plot.right(), x(mark.to(), plot));
      if (to - from < 1.5)
        continue;
      sheet.canvas().setFill(colour(mark.kind()).deriveColor(0, 1, 1, 0.13));
      sheet.canvas().fillRect(from, plot.top(), to - from, plot.height());
      painted = to;
    }
  }

  void paintSigns(List<Mark> marks, Plot plot) {
    for (List<Mark> group : groups(seen(marks, plot), plot))
      paintSign(group, plot);
  }

  private List<Mark> seen(List<Mark> marks, Plot plot) {
    return marks.stream().filter(mark -> x(mark.to(), plot) >= plot.left() && x(mark.from(), plot) < plot.right())
        .sorted((a, b) -> a.from().compareTo(b.from())).toList();
  }

  /// Marks too near to each other for a sign each.
  private List<List<Mark>> groups(List<Mark> marks, Plot plot) {
    List<List<Mark>> groups = new ArrayList<>();
    for (Mark mark : marks) {
      boolean near = !groups.isEmpty()
          && signX(mark, plot) - signX(groups.getLast().getFirst(), plot) < size() * 1.6;
      if (!near)
        groups.add(new ArrayList<>());
      groups.getLast().add(mark);
    }
    return groups;
  }

  private void paintSign(List<Mark> group, Plot plot) {
    Mark first = group.stream().min((a, b) -> a.kind().compareTo(b.kind())).orElseThrow();
    double x = Math.rint(signX(group.getFirst(), plot)) + 0.5;
    Color colour = colour(first.kind());
    sheet.canvas().setStroke(colour.deriveColor(0, 1, 1, 0.55));
    sheet.canvas().setLineWidth(1);
    sheet.canvas().setLineDashes(2, 3);
    sheet.canvas().strokeLine(x, plot.top(), x, plot.bottom());
    sheet.canvas().setLineDashes();
    sheet.canvas().setFill(colour);
    sheet.canvas().setFont(Font.font("feather", size()));
    sheet.canvas().setTextAlign(TextAlignment.CENTER);
    sheet.canvas().setTextBaseline(VPos.BOTTOM);
    sheet.canvas().fillText(Character.toString(sign(first.kind()).getCode()), x, plot.top() - 2);
    if (group.size() > 1)
      sheet.text(String.valueOf(group.size()), x + size() * 0.65, plot.top() - 2 - size() * 0.05, TextAlignment.LEFT,
          VPos.BOTTOM);
  }

  private double size() {
    return Math.rint(sheet.ink().font().getSize() * 1.15);
  }

  private double signX(Mark mark, Plot plot) {
    return Math.max(plot.left(), x(mark.from(), plot));
  }

  private double x(Instant at, Plot plot) {
    return plot.x(places.applyAsDouble(at));
  }

  private Color colour(Mark.Kind kind) {
    return kind == Mark.Kind.OUTAGE ? sheet.ink().warning() : sheet.ink().focus();
  }

  /// The letter of the icon font that stands for a kind of mark, in the chart and beside its name.
  static Feather sign(Mark.Kind kind) {
    return switch (kind) {
      case OUTAGE -> Feather.ZAP_OFF;
      case VISIT -> Feather.DOWNLOAD;
      case CLOCK_SET -> Feather.CLOCK;
      case FIRMWARE -> Feather.ARROW_UP_CIRCLE;
      case ERASED -> Feather.TRASH_2;
    };
  }
}
