package org.semcollector.app.ui.meter;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// What happened to the meter, newest first; each kind can be left out.
record HistoryCard(DetailsViewModel vm, Messages messages, Formats formats) implements Builder<Region> {
  @Override
  public Region build() {
    ObservableList<HistoryItem> all = FXCollections.observableArrayList();
    FilteredList<HistoryItem> seen = new FilteredList<>(all);
    ListView<HistoryItem> list = new ListView<>(seen);
    list.getStyleClass().addAll(StyleClass.METER_LIST, StyleClass.HISTORY);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(Panes.paragraph(messages.text("history-of-meter.none"), StyleClass.MUTED));
    Map<HistoryItem.Kind, ToggleButton> chips = new EnumMap<>(HistoryItem.Kind.class);
    FlowPane row = new FlowPane();
    row.getStyleClass().addAll(StyleClass.TOOLBAR, StyleClass.CHIPS);
    for (HistoryItem.Kind kind : HistoryItem.Kind.values()) {
      ToggleButton chip = new ToggleButton();
      chip.getStyleClass().add(StyleClass.CHIP);
      chip.setSelected(true);
      chip.setOnAction(_ -> seen.setPredicate(item -> chosen(chips, item.kind())));
      chips.put(kind, chip);
      row.getChildren().add(chip);
    }
    vm.shownProperty().subscribe(shown -> {
      List<HistoryItem> items = shown.map(MeterDetails::history).orElse(List.of());
      all.setAll(items);
      chips.forEach((kind, chip) -> chip.setText(messages.text("history-of-meter.chip",
          messages.of("happened", kind), items.stream().filter(item -> item.kind() == kind).count())));
    });
    Label title = Panes.label(messages.text("history-of-meter.title"), StyleClass.HEADING);
    title.setLabelFor(list);
    return Panes.column(StyleClass.CARD, title, row, list);
  }

  private static boolean chosen(Map<HistoryItem.Kind, ToggleButton> chips, HistoryItem.Kind kind) {
    return Optional.ofNullable(chips.get(kind)).filter(ToggleButton::isSelected).isPresent();
  }

  /// One entry.
  private final class Cell extends ListCell<HistoryItem> {
    private final Label what = Panes.label("", StyleClass.STRONG);
    private final Label when = Panes.label("", StyleClass.MUTED, StyleClass.SMALL);
    private final Label said = Panes.paragraph("", StyleClass.SMALL, StyleClass.MUTED);
    private final VBox box = Panes.column(StyleClass.ENTRY,
        Panes.row(StyleClass.TIGHT, what, Panes.spacer(), when), said);

    Cell() {
      getStyleClass().add(StyleClass.METER_CELL);
      setPrefWidth(0);
      when.setMinWidth(USE_PREF_SIZE);
      Panes.shownWhile(said, said.textProperty().map(text -> !text.isEmpty()));
    }

    @Override
    protected void updateItem(@Nullable HistoryItem item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      setGraphic(item == null || empty ? null : box);
      if (item == null || empty)
        return;
      what.setText(words(item));
      what.setGraphic(icon(item));
      when.setText(formats.dateTime(item.at()));
      said.setText(item.sentence());
      setAccessibleText(String.join(", ", what.getText(), when.getText(), said.getText()));
    }

    private String words(HistoryItem item) {
      return switch (item.kind()) {
        case VISIT -> messages.text("history-of-meter.visit", messages.of("outcome", item.outcome()), item.number());
        case OUTAGE -> messages.text("history-of-meter.outage", formats.duration(item.lasted()));
        case FIRMWARE -> item.number() >= 0
            ? messages.text("history-of-meter.firmware", String.valueOf(item.number()))
            : messages.of("happened", item.kind());
        case CLOCK_SET, ERASED -> item.lasted().equals(Duration.ZERO)
            ? messages.of("happened", item.kind())
            : messages.text("mark.lasted", messages.of("happened", item.kind()), formats.duration(item.lasted()));
      };
    }

    private static Label icon(HistoryItem item) {
      return switch (item.kind()) {
        case VISIT -> switch (item.outcome()) {
          case "done" -> Icons.of(Feather.CHECK_CIRCLE, StyleClass.SUCCESS);
          case "failed" -> Icons.of(Feather.X_CIRCLE, StyleClass.DANGER);
          default -> Icons.of(Feather.ALERT_CIRCLE, StyleClass.WARNING);
        };
        case OUTAGE -> Icons.of(Feather.ZAP_OFF, StyleClass.WARNING);
        case FIRMWARE -> Icons.of(Feather.PACKAGE, StyleClass.STRONG);
        case CLOCK_SET -> Icons.of(Feather.CLOCK, StyleClass.MUTED);
        case ERASED -> Icons.of(Feather.TRASH_2, StyleClass.MUTED);
      };
    }
  }
}
