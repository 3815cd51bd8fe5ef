package org.semcollector.app.ui.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.correct.TimeLine;
import org.semcollector.app.store.VisitRow;
import org.semcollector.app.ui.charts.TextRuler;
import org.semcollector.app.ui.fx.Ink;

/// Draws a time line, or two below each other, with visits and clock sets above a time axis.
final class TimeLinePainter {
  private final GraphicsContext canvas;
  private final Ink ink;
  private final TimeWords words;
  private final TextRuler ruler;

  TimeLinePainter(GraphicsContext canvas, Ink ink, TimeWords words) {
    this.canvas = canvas;
    this.ink = ink;
    this.words = words;
    ruler = new TextRuler(ink.font());
    canvas.setFont(ink.font());
  }

  /// What is drawn.
  ///
  /// @param names of the lines
  /// @param selected from and to of the selected outage, on the last line
  record Picture(List<TimeLine> lines, List<String> names, TimeWindow window, Optional<TimeWindow> selected) {}

  /// The lanes of the lines, from above, in a canvas of this size.
  List<Lane> lanes(int count, TimeWindow window, double width, double height) {
    double line = ruler.height() * 1.4;
    double room = (height - axisHeight() - marksHeight()) / count;
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> new Lane(window, 8, width - 8, i * room + line, Math.max(8, room - line - 6))).toList();
  }

  void paint(Picture picture, TimeTicks ticks, double width, double height) {
    List<Lane> lanes = lanes(picture.lines().size(), picture.window(), width, height);
    double bottom = height - axisHeight();
    axis(lanes.getFirst(), ticks, bottom);
    TimeLine last = picture.lines().getLast();
    for (VisitRow visit : last.visits())
      visit(lanes.getFirst(), visit.startedAt(), bottom);
    for (Instant set : last.clockSets())
      clockSet(lanes.getFirst(), set, bottom);
    for (int i = 0; i < lanes.size(); i++) {
      text(picture.names().get(i), lanes.get(i).left(), lanes.get(i).top() - 3, TextAlignment.LEFT, VPos.BOTTOM);
      new LanePainter(canvas, ink, lanes.get(i)).paint(picture.lines().get(i), outage -> words.length(outage.length()));
    }
    picture.selected().ifPresent(
        outage -> new LanePainter(canvas, ink, lanes.getLast()).select(outage.from(), outage.to()));
  }

  private double axisHeight() {
    return ruler.height() * 1.6;
  }

  private double marksHeight() {
    return ruler.height() * 1.5;
  }

  private void axis(Lane lane, TimeTicks ticks, double bottom) {
    double room = ruler.width("00 MMM 0000") * 1.3;
    int most = (int) Math.max(1, (lane.right() - lane.left()) / room);
    canvas.setLineWidth(1);
    for (TimeTicks.Tick tick : ticks.in(lane.window(), most)) {
      double x = Math.rint(lane.x(tick.at())) + 0.5;
      canvas.setStroke(ink.grid());
      canvas.strokeLine(x, 0, x, bottom);
      double half = ruler.width(tick.label()) / 2;
      text(tick.label(), Math.clamp(x, lane.left() + half, Math.max(lane.left() + half, lane.right() - half)),
          bottom + 4,
          TextAlignment.CENTER, VPos.TOP);
    }
    canvas.setStroke(ink.muted());
    canvas.strokeLine(lane.left(), Math.rint(bottom) + 0.5, lane.right(), Math.rint(bottom) + 0.5);
  }

  /// A flag on the axis with a line up to the readings.
  private void visit(Lane lane, Instant at, double bottom) {
    if (isOutside(lane, at))
      return;
    double x = lane.x(at);
    double size = ruler.height() * 0.55;
    canvas.setStroke(ink.focus());
    canvas.setLineWidth(1);
    canvas.setLineDashes(2, 3);
    canvas.strokeLine(x, 0, x, bottom);
    canvas.setLineDashes();
    canvas.setFill(ink.focus());
    canvas.fillPolygon(new double[]{x - size, x + size, x},
        new double[]{bottom - size * 1.6, bottom - size * 1.6, bottom},
        3);
  }

  /// A diamond above the axis.
  private void clockSet(Lane lane, Instant at, double bottom) {
    if (isOutside(lane, at))
      return;
    double x = lane.x(at);
    double size = ruler.height() * 0.38;
    double y = bottom - ruler.height() * 1.25;
    canvas.setStroke(ink.text());
    canvas.setFill(ink.ground());
    canvas.setLineWidth(1.5);
    double[] xs = {x - size, x, x + size, x};
    double[] ys = {y, y - size, y, y + size};
    canvas.fillPolygon(xs, ys, 4);
    canvas.strokePolygon(xs, ys, 4);
  }

  private static boolean isOutside(Lane lane, Instant at) {
    double position = lane.window().position(at);
    return position < 0 || position > 1;
  }

  private void text(String text, double x, double y, TextAlignment alignment, VPos origin) {
    canvas.setFill(ink.muted());
    canvas.setTextAlign(alignment);
    canvas.setTextBaseline(origin);
    canvas.fillText(text, x, y);
  }
}
