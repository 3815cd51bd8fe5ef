package org.semcollector.app.ui.meters;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.ui.collect.StateLook;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// One meter of the list: in columns where they fit, else in lines below each other.
final class MeterCell extends ListCell<MeterItem> {
  private static final List<String> COLOURS = List.of(StyleClass.SUCCESS, StyleClass.MUTED, StyleClass.STRONG,
      StyleClass.WARNING, StyleClass.DANGER);

  private final Messages messages;
  private final MeterWords words;
  private final Clock clock;
  private final CheckBox chosen = new CheckBox();
  private final Label name = Panes.label("", StyleClass.METER_NAME);
  private final Label ssid = Panes.label("", StyleClass.SMALL, StyleClass.MUTED);
  private final Label state = Panes.label("");
  private final SignalBars bars = new SignalBars();
  private final Label signal = Panes.label("");
  private final Label collected = Panes.label("");
  private final Label unproven = Panes.label("");
  private final Label firmware = Panes.label("");
  private final Label verdict = Panes.label("");
  private final Label memory = Panes.label("", StyleClass.MUTED);
  private final StackPane content = new StackPane();
  private boolean wide;

  MeterCell(Messages messages, Clock clock) {
    this.messages = messages;
    this.words = new MeterWords(messages);
    this.clock = clock;
    getStyleClass().add(StyleClass.METER_CELL);
    setPrefWidth(0);
    chosen.setFocusTraversable(false);
    chosen.setOnAction(_ -> toggle());
    selectedProperty().subscribe(chosen::setSelected);
    widthProperty().subscribe(this::arrange);
    fontProperty().subscribe(this::arrange);
  }

  /// A tap on the box chooses one more; the arrow keys and the space bar do the same.
  private void toggle() {
    if (chosen.isSelected())
      getListView().getSelectionModel().select(getIndex());
    else
      getListView().getSelectionModel().clearSelection(getIndex());
  }

  @Override
  protected void updateItem(@Nullable MeterItem item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(item == null || empty ? null : content);
    if (item == null || empty)
      return;
    name.setText(item.name());
    ssid.setText(item.name().equals(item.ssid().value()) ? "" : item.ssid().value());
    boolean named = !ssid.getText().isEmpty();
    ssid.setVisible(named);
    ssid.setManaged(named);
    StateLook look = StateLook.of(item.state());
    say(state, messages.of("state", item.state()), look.styleClass());
    state.setGraphic(Icons.of(look.icon(), look.styleClass()));
    say(signal, words.signal(item), item.signal() == Signal.NONE ? StyleClass.MUTED : StyleClass.STRONG);
    bars.show(item.signal());
    say(collected, words.collected(item), item.fresh() ? StyleClass.SUCCESS : StyleClass.MUTED);
    say(unproven, words.unproven(item), item.unproven() == 0 ? StyleClass.MUTED : StyleClass.STRONG);
    say(firmware, words.firmware(item),
        item.insight().newerFirmware().isPresent() ? StyleClass.STRONG : StyleClass.MUTED);
    say(verdict, words.verdict(item), item.verdict().styleClass());
    verdict.setGraphic(Icons.of(item.verdict().icon(), item.verdict().styleClass()));
    memory.setText(words.memory(item, clock.instant()));
    chosen.setAccessibleText(messages.text("meters.choose-one", item.name()));
    setAccessibleText(Stream.of(name, state, signal, collected, unproven, verdict, memory).map(Label::getText)
        .filter(text -> !text.isEmpty()).collect(java.util.stream.Collectors.joining(", ")));
    if (!wide)
      fill();
  }

  private void arrange() {
    boolean fits = MeterColumns.fit(getWidth(), getFont().getSize());
    if (fits == wide && !content.getChildren().isEmpty())
      return;
    wide = fits;
    fill();
  }

  private void fill() {
    content.getChildren().setAll(wide ? columns() : lines());
  }

  private Node columns() {
    VBox names = Panes.column(StyleClass.METER_LINE, name, ssid);
    names.setMinWidth(0);
    names.setAlignment(Pos.CENTER_LEFT);
    HBox first = Panes.row(StyleClass.TIGHT, chosen, names);
    return MeterColumns.row(first, state, heard(), collected, unproven, firmware, verdict, memory);
  }

  /// Only what there is to say.
  private Node lines() {
    HBox head = Panes.row(StyleClass.TIGHT, chosen, name, Panes.spacer(), state);
    state.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.SOMETIMES);
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add(StyleClass.METER_FACTS);
    facts.setRowValignment(javafx.geometry.VPos.CENTER);
    facts.getChildren().add(heard());
    Stream.of(collected, unproven, firmware, verdict, memory).filter(label -> !label.getText().isEmpty())
        .forEach(facts.getChildren()::add);
    return Panes.column(StyleClass.METER_LINE, head, facts);
  }

  private HBox heard() {
    HBox heard = Panes.row(StyleClass.TIGHT, bars, signal);
    heard.setAlignment(Pos.CENTER_LEFT);
    return heard;
  }

  private static void say(Label label, String text, String styleClass) {
    label.setText(text);
    label.getStyleClass().removeAll(COLOURS);
    label.getStyleClass().add(styleClass);
  }
}
