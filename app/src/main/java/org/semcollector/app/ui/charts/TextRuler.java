package org.semcollector.app.ui.charts;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures text before it is drawn.
final class TextRuler {
  private final Text probe = new Text();

  TextRuler(Font font) {
    probe.setFont(font);
  }

  double width(String text) {
    probe.setText(text);
    return probe.getLayoutBounds().getWidth();
  }

  double height() {
    probe.setText("0");
    return probe.getLayoutBounds().getHeight();
  }
}
