package org.semcollector.app.ui.setup;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The steps of the set-up; each that is done says what proves it.
record LadderCard(SetUpViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    VBox rungs = Panes.column(StyleClass.TIGHT);
    vm.ladder().subscribe(() -> rungs.getChildren().setAll(vm.ladder().stream().map(this::rung).toList()));
    Label cancelling = Panes.paragraph(messages.text("set-up.cancelling"), StyleClass.MUTED);
    Panes.shownWhile(cancelling, vm.cancellingProperty().and(vm.runningProperty()));
    return Panes.shownWhile(Panes.column(StyleClass.CARD,
        Panes.row(StyleClass.TIGHT, Panes.label("3", StyleClass.BADGE, StyleClass.NUMBER),
            Panes.label(messages.text("set-up.steps"), StyleClass.HEADING)),
        rungs, cancelling), Bindings.isNotEmpty(vm.ladder()));
  }

  private Node rung(Rung rung) {
    Label name = Panes.label(messages.of("rung", rung.kind()),
        rung.state() == Rung.State.RUNNING ? StyleClass.STRONG : StyleClass.STEP);
    name.setGraphic(icon(rung.state()));
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label says = Panes.paragraph(switch (rung.state()) {
      case PASSED -> messages.of("rung-proof", rung.kind());
      case RUNNING -> messages.of("rung-says", rung.kind());
      case AHEAD -> "";
      case STOPPED -> messages.text("set-up.stopped-here");
      case NOT_NEEDED -> messages.text("set-up.not-needed");
    }, StyleClass.MUTED);
    name.setAccessibleText(name.getText() + ": " + messages.of("rung-state", rung.state()));
    return Panes.row(StyleClass.TIGHT, name, says);
  }

  private static Label icon(Rung.State state) {
    return switch (state) {
      case AHEAD -> Icons.of(Feather.CIRCLE, StyleClass.MUTED);
      case RUNNING -> Icons.of(Feather.ARROW_RIGHT_CIRCLE, StyleClass.STRONG);
      case PASSED -> Icons.of(Feather.CHECK_CIRCLE, StyleClass.SUCCESS);
      case STOPPED -> Icons.of(Feather.ALERT_CIRCLE, StyleClass.WARNING);
      case NOT_NEEDED -> Icons.of(Feather.MINUS_CIRCLE, StyleClass.MUTED);
    };
  }
}
