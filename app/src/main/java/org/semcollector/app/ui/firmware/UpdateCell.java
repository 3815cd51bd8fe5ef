package org.semcollector.app.ui.firmware;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.firmware.Objection;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// One meter of a campaign: whether it is chosen, what it runs, where it stands, and what speaks against it.
final class UpdateCell extends ListCell<UpdateItem> {
  private final CampaignViewModel vm;
  private final Messages messages;
  private final CheckBox chosen = new CheckBox();
  private final Label name = Panes.label("", StyleClass.METER_NAME);
  private final Label facts = Panes.label("", StyleClass.SMALL, StyleClass.MUTED);
  private final Label state = Panes.label("");
  private final VBox texts = Panes.column(StyleClass.ENTRY);
  private final HBox row;

  UpdateCell(CampaignViewModel vm, Messages messages) {
    this.vm = vm;
    this.messages = messages;
    getStyleClass().add(StyleClass.METER_CELL);
    setPrefWidth(0);
    state.setMinWidth(USE_PREF_SIZE);
    // the list takes the focus, and its space key does what this box does
    chosen.setFocusTraversable(false);
    HBox.setHgrow(texts, Priority.ALWAYS);
    row = Panes.row(StyleClass.TIGHT, chosen, texts);
    chosen.setOnAction(_ -> {
      UpdateItem item = getItem();
      if (item != null)
        vm.choose(item.ssid(), chosen.isSelected());
    });
  }

  @Override
  protected void updateItem(@Nullable UpdateItem item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(item == null || empty ? null : row);
    if (item == null || empty)
      return;
    chosen.setSelected(item.chosen());
    chosen.setDisable(vm.runningProperty().get());
    name.setText(item.meter().name());
    facts.setText(messages.text("campaign.facts",
        item.installed().isPresent()
            ? messages.text("campaign.runs", String.valueOf(item.installed().getAsInt()))
            : messages.text("campaign.runs-unknown"),
        messages.text(item.inRange() ? "campaign.in-range" : "campaign.not-in-range")));
    state.setText(item.state() == UpdateState.SENDING && item.percent() > 0
        ? messages.text("campaign.sending-percent", item.percent())
        : messages.of("update-state", item.state()));
    UpdateLook look = UpdateLook.of(item.state());
    state.setGraphic(Icons.of(look.icon(), look.styleClass()));
    List<Node> lines = new ArrayList<>();
    lines.add(Panes.row(StyleClass.TIGHT, name, Panes.spacer(), state));
    lines.add(facts);
    item.objections().forEach(objection -> lines.add(line(objection.sentence(), StyleClass.WARNING)));
    if (!item.sentence().isEmpty())
      lines.add(line(item.sentence(), UpdateLook.of(item.state()).styleClass()));
    texts.getChildren().setAll(lines);
    setAccessibleText(accessible(item));
  }

  private static Label line(String sentence, String look) {
    Label label = Panes.paragraph(sentence, StyleClass.SMALL);
    label.setGraphic(Icons.of(look.equals(StyleClass.SUCCESS) ? Feather.CHECK : Feather.ALERT_TRIANGLE, look));
    return label;
  }

  private String accessible(UpdateItem item) {
    List<String> all = new ArrayList<>();
    all.add(name.getText());
    all.add(messages.text(item.chosen() ? "campaign.chosen" : "campaign.not-chosen"));
    all.add(state.getText());
    all.add(facts.getText());
    item.objections().stream().map(Objection::sentence).forEach(all::add);
    all.add(item.sentence());
    return String.join(", ", all.stream().filter(text -> !text.isEmpty()).toList());
  }
}
