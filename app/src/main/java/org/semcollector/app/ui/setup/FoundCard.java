package org.semcollector.app.ui.setup;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.operate.MeterLook;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.protocol.readout.TokenState;

/// The meter that was found: its name on the air, its firmware, what it holds.
record FoundCard(SetUpViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add(StyleClass.FACTS);
    Runnable redraw = () -> vm.chosenProperty().get().ifPresent(meter -> facts.getChildren().setAll(
        fact("set-up.ssid", meter.ssid().value()),
        fact("set-up.firmware", said(this::firmware)),
        fact("set-up.token", said(this::token)),
        fact("set-up.readings", said(_ -> readings()))));
    vm.chosenProperty().subscribe(redraw);
    vm.look().foundProperty().subscribe(redraw);
    vm.look().lookingProperty().subscribe(redraw);
    vm.look().readingsProperty().subscribe(redraw);
    Label away = Panes.paragraph(messages.text("set-up.come-near"), StyleClass.MUTED);
    Panes.shownWhile(away, vm.chosenProperty().map(shown -> shown.flatMap(Candidate::air).isEmpty()));
    return Panes.column(StyleClass.CARD, heading(), facts, away, looking(), Panes.problem(vm.look().problemProperty()));
  }

  private Region heading() {
    Button again = Buttons.of(messages.text("set-up.look-again"), Feather.REFRESH_CW, vm.look()::again);
    again.disableProperty().bind(vm.look().lookingProperty().or(vm.runningProperty()));
    Panes.shownWhile(again, vm.chosenProperty().map(shown -> shown.flatMap(Candidate::air).isPresent()));
    return Panes.row(StyleClass.TIGHT, Panes.label("1", StyleClass.BADGE, StyleClass.NUMBER),
        Panes.label(messages.text("set-up.found"), StyleClass.HEADING), Panes.spacer(), again);
  }

  private Region looking() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("set-up.looking"));
    Button stop = Buttons.of(messages.text("set-up.stop-counting"), Feather.SKIP_FORWARD, vm.look()::stop);
    Panes.shownWhile(stop, vm.look().foundProperty().map(Optional::isPresent));
    return Panes.shownWhile(Panes.column(StyleClass.TIGHT, bar,
        Panes.row(StyleClass.TIGHT, Panes.paragraph(messages.text("set-up.looking"), StyleClass.MUTED), Panes.spacer(),
            stop)),
        vm.look().lookingProperty());
  }

  private String said(Function<MeterLook, String> words) {
    return vm.look().foundProperty().get().map(words).orElseGet(() -> messages.text("set-up.not-known"));
  }

  private String firmware(MeterLook look) {
    String number = String.valueOf(look.version().number());
    return look.releases().size() == 1
        ? messages.text("set-up.firmware-is", number, look.releases().getFirst().toString())
        : number;
  }

  private String token(MeterLook look) {
    return switch (look.token()) {
      case TokenState.Present _ -> look.owner()
          .map(owner -> messages.text("set-up.token-of", owner.name()))
          .orElseGet(() -> messages.text("set-up.token-present"));
      case TokenState.Unset() -> messages.text("set-up.token-unset");
      case TokenState.Unreadable(String reason) -> messages.text("set-up.token-unreadable", reason);
    };
  }

  private String readings() {
    OptionalInt counted = vm.look().readingsProperty().get();
    if (counted.isPresent())
      return messages.text("set-up.held", counted.getAsInt());
    return messages.text(vm.look().lookingProperty().get() ? "set-up.counting" : "set-up.not-counted");
  }

  private Region fact(String titleKey, String value) {
    return Panes.column(StyleClass.TIGHT, Panes.label(messages.text(titleKey), StyleClass.MUTED, StyleClass.SMALL),
        Panes.label(value));
  }
}
