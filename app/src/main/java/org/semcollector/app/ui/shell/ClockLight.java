package org.semcollector.app.ui.shell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.shell.ClockLightViewModel.Level;
import org.semcollector.app.ui.shell.ClockLightViewModel.Light;

/// The clock in the status bar: a word and a colour; pressed it says why, and takes a person's word.
record ClockLight(ClockLightViewModel vm, Messages messages) implements Builder<Region> {
  private static final List<String> COLOURS = List.of(StyleClass.SUCCESS, StyleClass.WARNING, StyleClass.DANGER);
  private static final double WIDTH_EM = 24;

  @Override
  public Button build() {
    Button button = Buttons.of("", Feather.CLOCK, () -> {});
    button.getStyleClass().add(StyleClass.SMALL);
    button.setOnAction(_ -> over().show(button));
    vm.lightProperty().subscribe(light -> show(button, light));
    return Panes.shownWhile(button, vm.lightProperty().map(light -> light.level() != Level.UNKNOWN));
  }

  private void show(Button button, Light light) {
    button.setText(vm.words(light));
    button.setAccessibleText(vm.words(light) + ". " + light.sentence());
    Label icon = Icons.of(switch (light.level()) {
      case GREEN, UNKNOWN -> Feather.CLOCK;
      case DOUBTFUL -> Feather.HELP_CIRCLE;
      case WRONG -> Feather.ALERT_TRIANGLE;
    }, colour(light.level()));
    button.setGraphic(icon);
  }

  private static String colour(Level level) {
    return switch (level) {
      case GREEN -> COLOURS.getFirst();
      case DOUBTFUL -> COLOURS.get(1);
      case WRONG -> COLOURS.getLast();
      case UNKNOWN -> StyleClass.MUTED;
    };
  }

  private PopOver over() {
    Label sentence = Panes.paragraph(vm.lightProperty().get().sentence());
    sentence.setStyle("-fx-pref-width: " + WIDTH_EM + "em");
    VBox content = Panes.column(StyleClass.POP, sentence);
    PopOver over = new PopOver(content);
    over.setTitle(messages.text("clock.title"));
    over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
    if (vm.lightProperty().get().level() == Level.DOUBTFUL) {
      content.getChildren().add(Buttons.of(messages.text("clock.confirm"), Feather.CHECK, () -> {
        vm.confirm();
        over.hide();
      }));
    }
    return over;
  }
}
