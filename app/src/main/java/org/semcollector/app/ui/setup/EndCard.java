package org.semcollector.app.ui.setup;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.protocol.meter.Ssid;

/// What was done, and what to do next.
record EndCard(SetUpViewModel vm, Consumer<Ssid> details, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    VBox card = Panes.column(StyleClass.CARD);
    vm.resultProperty().subscribe(shown -> card.getChildren().setAll(shown.map(this::content).orElse(List.of())));
    return Panes.shownWhile(card, vm.resultProperty().map(Optional::isPresent));
  }

  private List<Node> content(SetUpResult result) {
    Label verdict = Panes.label(messages.of("set-up.result", result.state()), StyleClass.HEADING);
    verdict.setGraphic(switch (result.state()) {
      case DONE, ALREADY -> Icons.of(Feather.CHECK_CIRCLE, StyleClass.SUCCESS);
      case PARTLY -> Icons.of(Feather.ALERT_CIRCLE, StyleClass.WARNING);
      case NOT_DONE -> Icons.of(Feather.X_CIRCLE, StyleClass.DANGER);
    });
    boolean whole = result.state() == SetUpResult.State.DONE || result.state() == SetUpResult.State.ALREADY;
    Button next = Buttons.primary(messages.text("set-up.next"), Feather.ARROW_RIGHT, vm::next);
    Button again = whole
        ? Buttons.of(messages.text("set-up.details"), Feather.CLIPBOARD, () -> details.accept(result.ssid()))
        : Buttons.of(messages.text("set-up.repeat"), Feather.ROTATE_CW, vm::start);
    if (!whole)
      again.disableProperty().bind(vm.readyBinding().not());
    FlowPane buttons = whole ? new FlowPane(next, again) : new FlowPane(again, next);
    buttons.getStyleClass().add(StyleClass.TOOLBAR);
    return List.of(verdict, Panes.paragraph(result.sentence()),
        Panes.paragraph(messages.of("set-up.what-next", result.state()), StyleClass.MUTED), buttons);
  }
}
