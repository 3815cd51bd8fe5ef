package org.semcollector.app.ui.charts;

import javafx.scene.canvas.GraphicsContext;

/// A rectangle on the canvas.
public record Box(double x, double y, double width, double height) {
  public Box inset(double by) {
    return new Box(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by));
  }

  /// Begins a path around the box with the two upper corners rounded.
  public void path(GraphicsContext canvas, double radius) {
    double r = Math.min(radius, height);
    canvas.beginPath();
    canvas.moveTo(x, y + height);
    canvas.lineTo(x, y + r);
    canvas.quadraticCurveTo(x, y, x + r, y);
    canvas.lineTo(x + width - r, y);
    canvas.quadraticCurveTo(x + width, y, x + width, y + r);
    canvas.lineTo(x + width, y + height);
    canvas.closePath();
  }
}
