package org.semcollector.app.ui.meters;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.semcollector.app.ui.fx.StyleClass;

/// Four bars that grow; the word beside them says the same.
final class SignalBars extends HBox {
  private static final int BARS = 4;

  SignalBars() {
    getStyleClass().add(StyleClass.SIGNAL_BARS);
    setAlignment(Pos.BOTTOM_LEFT);
    setMaxHeight(USE_PREF_SIZE);
    setMinWidth(USE_PREF_SIZE);
    for (int i = 1; i <= BARS; i++) {
      Region bar = new Region();
      bar.getStyleClass().addAll(StyleClass.SIGNAL_BAR, StyleClass.SIGNAL_BAR + "-" + i);
      getChildren().add(bar);
    }
  }

  void show(Signal signal) {
    for (int i = 0; i < BARS; i++) {
      getChildren().get(i).getStyleClass().remove(StyleClass.LIT);
      if (i < signal.bars())
        getChildren().get(i).getStyleClass().add(StyleClass.LIT);
    }
  }
}
