package org.semcollector.app.ui.meters;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.ui.collect.StateLook;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// One meter of the list: its name, its state with the last collecting, its network with what the server lacks.
final class MeterCell extends ListCell<MeterItem> {
  /// Width in letter heights from which two texts fit in a line.
  private static final double TWO_COLUMNS_EM = 19;

  private final Messages messages;
  private final Label name = Panes.label("", StyleClass.METER_NAME);
  private final Label collected = Panes.label("", StyleClass.SMALL);
  private final Label state = Panes.label("", StyleClass.SMALL);
  private final Label unproven = Panes.label("", StyleClass.SMALL, StyleClass.MUTED);
  private final Label ssid = Panes.label("", StyleClass.SMALL, StyleClass.MUTED);
  private final VBox box = Panes.column(StyleClass.METER_CELL);
  private boolean twoColumns;

  MeterCell(Messages messages) {
    this.messages = messages;
    getStyleClass().add(StyleClass.METER_CELL);
    setPrefWidth(0);
    widthProperty().subscribe(this::arrange);
    fontProperty().subscribe(this::arrange);
  }

  @Override
  protected void updateItem(@Nullable MeterItem item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(item == null || empty ? null : box);
    if (item == null || empty)
      return;
    StateLook look = StateLook.of(item.state());
    name.setText(item.name());
    collected.setText(item.lastCollected().orElse(messages.text("meters.never")));
    dress(collected, item.fresh() ? StyleClass.SUCCESS : StyleClass.MUTED);
    state.setText(item.air().isPresent()
        ? messages.text("meters.state-signal", messages.of("state", item.state()), item.air().get().signalDbm())
        : messages.of("state", item.state()));
    state.setGraphic(Icons.of(look.icon(), look.styleClass()));
    dress(state, look.styleClass());
    unproven.setText(item.unproven() == 0 ? "" : messages.text("meters.unproven", item.unproven()));
    ssid.setText(item.ssid().value());
    setAccessibleText(String.join(", ", item.name(), state.getText(), collected.getText(), unproven.getText()));
  }

  /// Two texts share a line where both fit.
  private void arrange() {
    boolean fits = getWidth() >= TWO_COLUMNS_EM * getFont().getSize();
    if (fits == twoColumns && !box.getChildren().isEmpty())
      return;
    twoColumns = fits;
    if (fits)
      box.getChildren().setAll(name, line(state, collected), line(ssid, unproven));
    else
      box.getChildren().setAll(name, state, ssid, Panes.row(StyleClass.TIGHT, collected, unproven));
  }

  private static void dress(Label label, String styleClass) {
    label.getStyleClass().removeAll(StyleClass.SUCCESS, StyleClass.MUTED, StyleClass.STRONG, StyleClass.WARNING,
        StyleClass.DANGER);
    label.getStyleClass().add(styleClass);
  }

  private static HBox line(Label left, Label right) {
    right.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(left, Priority.SOMETIMES);
    HBox line = Panes.row(StyleClass.TIGHT, left, Panes.spacer(), right);
    line.setAlignment(Pos.BASELINE_LEFT);
    return line;
  }
}
