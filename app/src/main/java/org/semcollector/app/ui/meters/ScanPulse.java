package org.semcollector.app.ui.meters;

import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// A dot that beats while it is listened, a word that says so, and a button to pause.
record ScanPulse(AirViewModel vm, Messages messages) implements Builder<Region> {
  private static final Duration BEAT = Duration.millis(600);
  private static final double DIM = 0.25;

  @Override
  public Region build() {
    Region dot = new Region();
    dot.getStyleClass().add(StyleClass.PULSE);
    FadeTransition beat = new FadeTransition(BEAT, dot);
    beat.setFromValue(1);
    beat.setToValue(DIM);
    beat.setAutoReverse(true);
    beat.setCycleCount(Animation.INDEFINITE);
    vm.scanningProperty().subscribe(now -> {
      if (now)
        beat.play();
      else
        beat.stop();
      dot.setOpacity(now ? 1 : DIM * 2);
    });
    Label word = Panes.label("", StyleClass.MUTED);
    word.textProperty().bind(Bindings.createStringBinding(this::word, vm.scanningProperty(), vm.pausedProperty(),
        vm.stateProperty()));
    ToggleButton pause = new ToggleButton("", Icons.of(Feather.PAUSE));
    pause.getStyleClass().add(atlantafx.base.theme.Styles.BUTTON_ICON);
    pause.selectedProperty().bindBidirectional(vm.pausedProperty());
    pause.accessibleTextProperty().bind(vm.pausedProperty()
        .map(paused -> messages.text(paused ? "air.listen" : "air.pause")));
    javafx.scene.control.Tooltip tip = new javafx.scene.control.Tooltip();
    tip.textProperty().bind(pause.accessibleTextProperty());
    pause.setTooltip(tip);
    HBox row = Panes.row(StyleClass.TIGHT, dot, word, pause);
    word.setMinWidth(Region.USE_PREF_SIZE);
    return row;
  }

  private String word() {
    if (vm.scanningProperty().get())
      return messages.text("air.listening");
    return vm.pausedProperty().get() ? messages.text("air.paused") : messages.of("wifi", vm.stateProperty().get());
  }
}
