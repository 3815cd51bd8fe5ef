package org.semcollector.app.ui.firmware;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// One package: what it is called, whom it is for, whether it is whole.
final class OfferCell extends ListCell<Offer> {
  private final Messages messages;
  private final Formats formats;
  private final Label name = Panes.label("", StyleClass.METER_NAME);
  private final Label facts = Panes.label("", StyleClass.SMALL, StyleClass.MUTED);
  private final Label state = Panes.label("", StyleClass.SMALL);
  private final VBox box = Panes.column(StyleClass.ENTRY);

  OfferCell(Messages messages, Formats formats) {
    this.messages = messages;
    this.formats = formats;
    getStyleClass().add(StyleClass.METER_CELL);
    setPrefWidth(0);
    HBox top = Panes.row(StyleClass.TIGHT, name, Panes.spacer(), state);
    state.setMinWidth(USE_PREF_SIZE);
    box.getChildren().setAll(top, facts);
  }

  @Override
  protected void updateItem(@Nullable Offer offer, boolean empty) {
    super.updateItem(offer, empty);
    setText(null);
    setGraphic(offer == null || empty ? null : box);
    if (offer == null || empty)
      return;
    name.setText(offer.versionText().isEmpty()
        ? offer.title()
        : messages.text("firmware.name", offer.title(), offer.versionText()));
    facts.setText(messages.text("firmware.facts", offer.profile().orElse(messages.text("firmware.from-file")),
        formats.bytes(offer.image().length())));
    state.setText(messages.text(offer.isSound()
        ? offer.checksum().isPresent() ? "firmware.checksum-ok" : "firmware.sound"
        : "firmware.unsound"));
    state.setGraphic(offer.isSound()
        ? Icons.of(Feather.CHECK_CIRCLE, StyleClass.SUCCESS)
        : Icons.of(Feather.X_CIRCLE, StyleClass.DANGER));
    setAccessibleText(String.join(", ", name.getText(), facts.getText(), state.getText()));
  }
}
