package org.semcollector.app.ui.time;

import java.time.Instant;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.correct.PlacedOutage;
import org.semcollector.app.correct.TimeLine;
import org.semcollector.app.ui.charts.Box;
import org.semcollector.app.ui.charts.Hatch;
import org.semcollector.app.ui.charts.TextRuler;
import org.semcollector.app.ui.fx.Ink;
import org.semcollector.protocol.clock.Why;

/// Draws readings as solid bars, where they may have been as thin dashed bands beside them, and outages hatched: not by
/// colour alone.
final class LanePainter {
  private static final double BAND_SHARE = 0.4;
  private static final double LEAST_WIDTH = 2;

  private final GraphicsContext canvas;
  private final Ink ink;
  private final Lane lane;
  private final TextRuler ruler;
  private final Hatch hatch;

  LanePainter(GraphicsContext canvas, Ink ink, Lane lane) {
    this.canvas = canvas;
    this.ink = ink;
    this.lane = lane;
    ruler = new TextRuler(ink.font());
    hatch = new Hatch(canvas);
  }

  /// @param lengths writes how long an outage was
  void paint(TimeLine line, java.util.function.Function<PlacedOutage, String> lengths) {
    canvas.save();
    canvas.beginPath();
    canvas.rect(lane.left(), lane.top() - 4, lane.right() - lane.left(), lane.height() + 8);
    canvas.clip();
    line.parts().forEach(this::band);
    line.outages().forEach(outage -> outage(outage, lengths.apply(outage)));
    line.parts().forEach(this::bar);
    canvas.restore();
  }

  /// The selected outage with grips at its edges.
  void select(Instant from, Instant to) {
    Box box = box(from, to);
    canvas.setFill(ink.focus().deriveColor(0, 1, 1, 0.16));
    canvas.fillRect(box.x(), box.y(), box.width(), box.height());
    canvas.setStroke(ink.focus());
    canvas.setLineWidth(2);
    canvas.strokeRect(box.x(), box.y() - 2, box.width(), box.height() + 4);
    canvas.setFill(ink.focus());
    for (double x : new double[]{box.x(), box.x() + box.width()})
      canvas.fillRoundRect(x - 3, box.y() + box.height() / 4, 6, box.height() / 2, 4, 4);
  }

  private void bar(TimeLine.Part part) {
    Box box = box(part.from(), part.to());
    canvas.setFill(colour(part.why()));
    canvas.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 4, 4);
  }

  private void band(TimeLine.Part part) {
    band(part.earliest(), part.from(), colour(part.why()));
    band(part.to(), part.latest(), colour(part.why()));
  }

  private void band(Instant from, Instant to, Color colour) {
    double x = lane.x(from);
    double width = lane.x(to) - x;
    if (width < 1)
      return;
    double height = lane.height() * BAND_SHARE;
    double y = lane.top() + (lane.height() - height) / 2;
    canvas.setFill(colour.deriveColor(0, 1, 1, 0.3));
    canvas.fillRect(x, y, width, height);
    canvas.setStroke(colour);
    canvas.setLineWidth(1);
    canvas.setLineDashes(3);
    canvas.strokeRect(x + 0.5, Math.rint(y) + 0.5, Math.max(0, width - 1), Math.rint(height) - 1);
    canvas.setLineDashes();
  }

  private void outage(PlacedOutage outage, String length) {
    Box box = box(outage.from().at(), outage.to().at());
    boolean pinned = outage.sureness() == PlacedOutage.Sureness.PINNED;
    hatch.fill(box, 0, ink.muted().deriveColor(0, 1, 1, 0.55), 6, 1);
    if (pinned) {
      canvas.setStroke(ink.text());
      canvas.setLineWidth(2);
      canvas.strokeRect(box.x(), box.y(), box.width(), box.height());
    }
    label(length, box);
  }

  private void label(String text, Box box) {
    double width = ruler.width(text) + 8;
    if (width > box.width())
      return;
    double middle = box.x() + box.width() / 2;
    canvas.setFill(ink.ground());
    canvas.fillRoundRect(middle - width / 2, box.y() + box.height() / 2 - ruler.height() / 2, width, ruler.height(), 6,
        6);
    canvas.setFill(ink.text());
    canvas.setFont(ink.font());
    canvas.setTextAlign(TextAlignment.CENTER);
    canvas.setTextBaseline(VPos.CENTER);
    canvas.fillText(text, middle, box.y() + box.height() / 2);
  }

  private Box box(Instant from, Instant to) {
    double x = lane.x(from);
    return new Box(x, lane.top(), Math.max(LEAST_WIDTH, lane.x(to) - x), lane.height());
  }

  private Color colour(Why why) {
    return switch (why) {
      case CLOCK_SET, BEFORE_FIRST_OUTAGE, VISIT, NEXT_VISIT, BEACON_UPTIME, PIN, RESTART -> ink.series(2);
      case SHARED_OUT, LOAD_PROFILE -> ink.series(1);
      case RAW, CLOCK_NEVER_SET, PHONE_APP -> ink.muted();
    };
  }

  /// The outage at a place of the lane, the one drawn last first.
  static Optional<PlacedOutage> at(TimeLine line, Lane lane, double x, double slack) {
    return line.outages().reversed().stream()
        .filter(outage -> x >= lane.x(outage.from().at()) - slack && x <= lane.x(outage.to().at()) + slack)
        .findFirst();
  }
}
