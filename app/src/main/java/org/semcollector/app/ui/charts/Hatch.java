package org.semcollector.app.ui.charts;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Fills with diagonal lines.
///
/// @param canvas where to
public record Hatch(GraphicsContext canvas) {
  /// @param spacing pixels between lines, across
  public void fill(Box box, double radius, Color colour, double spacing, double lineWidth) {
    canvas.save();
    box.path(canvas, radius);
    canvas.clip();
    canvas.setStroke(colour);
    canvas.setLineWidth(lineWidth);
    double first = Math.floor((box.x() - box.height()) / spacing) * spacing;
    for (double x = first; x < box.x() + box.width(); x += spacing)
      canvas.strokeLine(x, box.y() + box.height(), x + box.height(), box.y());
    canvas.restore();
  }
}
