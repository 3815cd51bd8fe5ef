package org.semcollector.app.ui.prices;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.prices.PriceDraft.BandDraft;

/// The fields of some hours with a price of their own.
final class BandRow extends VBox {
  private static final int NAME_COLUMNS = 8;
  private static final int PRICE_COLUMNS = 5;

  private final TextField name = new TextField();
  private final TextField price = new TextField();
  private final ComboBox<Integer> from;
  private final ComboBox<Integer> to;
  private final Map<DayOfWeek, ToggleButton> days = new EnumMap<>(DayOfWeek.class);

  /// @param removed told when the row is to go
  BandRow(BandDraft band, Messages messages, Consumer<BandRow> removed) {
    getStyleClass().addAll(StyleClass.COLUMN, StyleClass.TIGHT);
    name.setText(band.name());
    name.setPromptText(messages.text("price.band-name"));
    name.setAccessibleText(messages.text("price.band-name"));
    name.setPrefColumnCount(NAME_COLUMNS);
    price.setText(band.price());
    price.setPromptText(messages.text("price.band-price"));
    price.setAccessibleText(messages.text("price.per-kwh"));
    price.setPrefColumnCount(PRICE_COLUMNS);
    from = hours(0, band.from(), messages.text("price.from"));
    to = hours(1, band.to(), messages.text("price.to"));
    Node gone = Buttons.icon(messages.text("price.remove"), Feather.TRASH_2, () -> removed.accept(this));
    getChildren().addAll(Panes.row(StyleClass.TIGHT, name, from, new Label("–"), to, price, gone),
        days(band, messages));
  }

  /// What stands in the fields.
  BandDraft draft() {
    return new BandDraft(name.getText(),
        days.entrySet().stream().filter(day -> day.getValue().isSelected()).map(Map.Entry::getKey)
            .collect(Collectors.toSet()),
        from.getValue(), to.getValue(), price.getText());
  }

  void focus() {
    name.requestFocus();
  }

  private Node days(BandDraft band, Messages messages) {
    for (DayOfWeek day : DayOfWeek.values()) {
      ToggleButton button = new ToggleButton(day.getDisplayName(TextStyle.SHORT_STANDALONE, messages.locale()));
      button.setAccessibleText(day.getDisplayName(TextStyle.FULL_STANDALONE, messages.locale()));
      button.setSelected(band.days().contains(day));
      button.getStyleClass().add(StyleClass.CHIP);
      days.put(day, button);
    }
    FlowPane pane = new FlowPane(days.values().toArray(Node[]::new));
    pane.getStyleClass().add(StyleClass.CHIPS);
    return pane;
  }

  private static ComboBox<Integer> hours(int first, int chosen, String name) {
    ComboBox<Integer> box = new ComboBox<>(FXCollections.observableArrayList(
        IntStream.range(first, first + 24).boxed().toList()));
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(Integer hour) {
        return PriceDraft.hour(hour);
      }

      @Override
      public Integer fromString(String text) {
        return Integer.parseInt(text.substring(0, 2));
      }
    });
    box.setValue(chosen);
    box.setAccessibleText(name);
    HBox.setHgrow(box, javafx.scene.layout.Priority.NEVER);
    return box;
  }
}
