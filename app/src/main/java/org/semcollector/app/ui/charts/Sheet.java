package org.semcollector.app.ui.charts;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.ui.fx.Ink;

/// What one draws on and with.
record Sheet(GraphicsContext canvas, Ink ink, TextRuler ruler, double width, double height) {
  /// A distance that grows with the text.
  double gap() {
    return Math.ceil(ink.font().getSize() * 0.7);
  }

  /// Height of one line of labels with the gap above it.
  double lineHeight() {
    return Math.ceil(ruler.height() + gap());
  }

  /// Room above a plot for the name of its unit and for marks.
  double headRoom() {
    return 2 * lineHeight() - gap();
  }

  double width(String text) {
    return ruler.width(text);
  }

  void text(String text, double x, double y, TextAlignment alignment, VPos origin) {
    text(text, x, y, alignment, origin, ink.muted());
  }

  void text(String text, double x, double y, TextAlignment alignment, VPos origin, Color colour) {
    canvas.setFont(ink.font());
    canvas.setFill(colour);
    canvas.setTextAlign(alignment);
    canvas.setTextBaseline(origin);
    canvas.fillText(text, x, y);
  }

  /// A text in the middle of a box on a ground of its own, if it fits.
  void caption(String text, Box box) {
    double needed = width(text) + 2 * gap();
    if (needed > box.width() || lineHeight() > box.height())
      return;
    double middle = box.x() + box.width() / 2;
    double y = box.y() + box.height() / 2;
    canvas.setFill(ink.ground());
    canvas.fillRoundRect(middle - needed / 2, y - lineHeight() / 2, needed, lineHeight(), 8, 8);
    text(text, middle, y, TextAlignment.CENTER, VPos.CENTER);
  }

  /// Lets nothing be drawn outside of a plot until [#unclip].
  void clip(Plot plot) {
    canvas.save();
    canvas.beginPath();
    canvas.rect(Math.floor(plot.left()), 0, Math.ceil(plot.right()) - Math.floor(plot.left()), height);
    canvas.clip();
  }

  void unclip() {
    canvas.restore();
  }
}
