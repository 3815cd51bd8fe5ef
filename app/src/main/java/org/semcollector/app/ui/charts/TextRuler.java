package org.semcollector.app.ui.charts;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures text before it is drawn.
public final class TextRuler {
  private final Text probe = new Text();

  public TextRuler(Font font) {
    probe.setFont(font);
  }

  public double width(String text) {
    probe.setText(text);
    return probe.getLayoutBounds().getWidth();
  }

  public double height() {
    probe.setText("0");
    return probe.getLayoutBounds().getHeight();
  }
}
