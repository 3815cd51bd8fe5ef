package org.semcollector.app.ui.setup;

import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
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
    GridPane rungs = new GridPane();
    rungs.getStyleClass().add(StyleClass.LADDER);
    vm.ladder().subscribe(() -> {
      rungs.getChildren().clear();
      for (int i = 0; i < vm.ladder().size(); i++)
        rungs.addRow(i, name(vm.ladder().get(i)), says(vm.ladder().get(i)));
    });
    Label cancelling = Panes.paragraph(messages.text("set-up.cancelling"), StyleClass.MUTED);
    Panes.shownWhile(cancelling, vm.cancellingProperty().and(vm.runningProperty()));
    return Panes.shownWhile(Panes.column(StyleClass.CARD,
        Panes.row(StyleClass.TIGHT, Panes.label("3", StyleClass.BADGE, StyleClass.NUMBER),
            Panes.label(messages.text("set-up.steps"), StyleClass.HEADING)),
        rungs, cancelling), Bindings.isNotEmpty(vm.ladder()));
  }

  private Label name(Rung rung) {
    Label name = Panes.label(messages.of("rung", rung.kind()),
        rung.state() == Rung.State.RUNNING ? StyleClass.STRONG : StyleClass.STEP);
    name.setGraphic(icon(rung.state()));
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setAccessibleText(name.getText() + ": " + messages.of("rung-state", rung.state()));
    GridPane.setValignment(name, VPos.TOP);
    return name;
  }

  private Label says(Rung rung) {
    return Panes.paragraph(switch (rung.state()) {
      case PASSED -> messages.of("rung-proof", rung.kind());
      case RUNNING -> messages.of("rung-says", rung.kind());
      case AHEAD -> "";
      case STOPPED -> messages.text("set-up.stopped-here");
      case NOT_NEEDED -> messages.text("set-up.not-needed");
    }, StyleClass.MUTED);
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
