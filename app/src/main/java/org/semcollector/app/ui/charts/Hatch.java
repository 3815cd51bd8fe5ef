package org.semcollector.app.ui.charts;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;

/// Fills with diagonal lines, as one pattern: thousands of single lines would be too slow to pan.
///
/// @param canvas where to
public record Hatch(GraphicsContext canvas) {
  /// @param spacing whole pixels between lines, across
  public void fill(Box box, double radius, Color colour, int spacing, double lineWidth) {
    canvas.setFill(pattern(colour, spacing, lineWidth));
    if (radius <= 0) {
      canvas.fillRect(box.x(), box.y(), box.width(), box.height());
      return;
    }
    box.path(canvas, radius);
    canvas.fill();
  }

  private static ImagePattern pattern(Color colour, int spacing, double lineWidth) {
    WritableImage tile = new WritableImage(spacing, spacing);
    PixelWriter pixels = tile.getPixelWriter();
    double half = lineWidth * Math.sqrt(2) / 2;
    for (int y = 0; y < spacing; y++)
      for (int x = 0; x < spacing; x++) {
        double along = Math.floorMod(x + y, spacing);
        double distance = Math.min(along, spacing - along);
        double ink = Math.clamp(half + 0.5 - distance, 0, 1);
        pixels.setColor(x, y, Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(),
            colour.getOpacity() * ink));
      }
    return new ImagePattern(tile, 0, 0, spacing, spacing, false);
  }
}
