package org.semcollector.app.ui.setup;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// One meter of the list: its name, how far its set-up is, whether it is in range.
final class CandidateCell extends ListCell<Candidate> {
  private final Messages messages;
  private final Label name = Panes.label("", StyleClass.METER_NAME);
  private final Label standing = Panes.label("", StyleClass.SMALL);
  private final Label ssid = Panes.label("", StyleClass.SMALL, StyleClass.MUTED);
  private final VBox box = Panes.column(StyleClass.ENTRY, name, standing, ssid);

  CandidateCell(Messages messages) {
    this.messages = messages;
    getStyleClass().add(StyleClass.METER_CELL);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Candidate item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(item == null || empty ? null : box);
    if (item == null || empty)
      return;
    name.setText(item.name());
    standing.setText(item.air()
        .map(point -> messages.text("set-up.in-range", messages.of("candidate", item.standing()), point.signalDbm()))
        .orElseGet(() -> messages.text("set-up.not-in-range", messages.of("candidate", item.standing()))));
    standing.setGraphic(switch (item.standing()) {
      case PREPARED -> Icons.of(Feather.CLIPBOARD, StyleClass.STRONG);
      case NEW -> Icons.of(Feather.PLUS_CIRCLE, StyleClass.MUTED);
      case SET_UP, DONE -> Icons.of(Feather.CHECK_CIRCLE, StyleClass.SUCCESS);
    });
    ssid.setText(item.ssid().value());
    setAccessibleText(String.join(", ", name.getText(), standing.getText(), ssid.getText()));
  }
}
