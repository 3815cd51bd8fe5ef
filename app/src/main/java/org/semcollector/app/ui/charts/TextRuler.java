package org.semcollector.app.ui.charts;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures text before it is drawn, each text once.
public final class TextRuler {
  /// More different texts than any chart has; after that it forgets.
  private static final int MOST = 2_000;

  private final Text probe = new Text();
  private final Map<String, Double> widths = new HashMap<>();
  private final double height;

  public TextRuler(Font font) {
    probe.setFont(font);
    probe.setText("0");
    height = probe.getLayoutBounds().getHeight();
  }

  public Font font() {
    return probe.getFont();
  }

  public double width(String text) {
    if (widths.size() > MOST)
      widths.clear();
    return widths.computeIfAbsent(text, this::measured);
  }

  public double height() {
    return height;
  }

  private double measured(String text) {
    probe.setText(text);
    return probe.getLayoutBounds().getWidth();
  }
}
