package org.semcollector.app.ui.fx;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// Colours and font of one drawing.
///
/// @param warning of what deserves a look
/// @param strong of the highest values of a scale that begins with the ground
/// @param series colours of the meters, used in turn
public record Ink(
    Color text,
    Color muted,
    Color ground,
    Color grid,
    Color gap,
    Color focus,
    Color warning,
    Color strong,
    Color voltage,
    Color current,
    List<Color> series,
    Font font) {
  public Ink {
    series = List.copyOf(series);
  }

  public Color series(int index) {
    return series.get(index % series.size());
  }
}
