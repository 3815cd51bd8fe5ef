package org.semcollector.app.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import javafx.util.StringConverter;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Chooses one, several or all meters, by name or by typing a part of it.
///
/// @param meters the meters that have readings
/// @param chosen told which meters to show
record MeterPicker(ChartsViewModel vm, ObservableValue<List<MeterRow>> meters, Consumer<List<MeterRow>> chosen,
    Messages messages) implements Builder<Button> {
  @Override
  public Button build() {
    Button button = Buttons.of("", Feather.LAYERS, () -> {});
    button.textProperty().bind(vm.metersProperty().map(shown -> switch (shown.size()) {
      case 0 -> messages.text("charts.choose-meters");
      case 1 -> shown.getFirst().name();
      default -> messages.text("charts.meters", shown.size());
    }));
    button.setOnAction(_ -> over().show(button));
    return button;
  }

  private PopOver over() {
    ObservableList<MeterRow> all = FXCollections.observableArrayList(meters.getValue());
    FilteredList<MeterRow> found = new FilteredList<>(all);
    TextField search = new TextField();
    search.setPromptText(messages.text("charts.search-meters"));
    search.setAccessibleText(messages.text("charts.search-meters"));
    search.textProperty().subscribe(text -> found.setPredicate(row -> matches(row, text)));
    ListView<MeterRow> list = list(found);
    Region buttons = Panes.row(StyleClass.TIGHT,
        Buttons.of(messages.text("charts.all-meters"), Feather.CHECK_SQUARE, () -> take(list, found)),
        Buttons.of(messages.text("charts.no-meters"), Feather.SQUARE, () -> take(list, List.of())));
    PopOver over = new PopOver(Panes.column(StyleClass.POP, search, list, buttons));
    over.setTitle(messages.text("charts.choose-meters"));
    over.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
    return over;
  }

  private void take(ListView<MeterRow> list, List<MeterRow> wanted) {
    chosen.accept(List.copyOf(wanted));
    list.refresh();
  }

  private ListView<MeterRow> list(FilteredList<MeterRow> found) {
    ListView<MeterRow> list = new ListView<>(found);
    list.getStyleClass().add(StyleClass.PICK_LIST);
    list.setAccessibleText(messages.text("charts.choose-meters"));
    list.setCellFactory(CheckBoxListCell.forListView(row -> {
      SimpleBooleanProperty checked = new SimpleBooleanProperty(isShown(row));
      checked.subscribe((_, now) -> set(row, now));
      return checked;
    }, new Names()));
    list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      MeterRow row = list.getSelectionModel().getSelectedItem();
      if (event.getCode() != KeyCode.SPACE || row == null)
        return;
      set(row, !isShown(row));
      list.refresh();
      event.consume();
    });
    return list;
  }

  private boolean isShown(MeterRow row) {
    return vm.metersProperty().get().stream().anyMatch(shown -> shown.ssid().equals(row.ssid()));
  }

  private void set(MeterRow row, boolean shown) {
    List<MeterRow> now = new ArrayList<>(vm.metersProperty().get());
    now.removeIf(other -> other.ssid().equals(row.ssid()));
    if (shown)
      now.add(row);
    chosen.accept(now);
  }

  private boolean matches(MeterRow row, String text) {
    Locale locale = messages.locale();
    String part = text.strip().toLowerCase(locale);
    return row.name().toLowerCase(locale).contains(part) || row.ssid().value().toLowerCase(locale).contains(part);
  }

  private static final class Names extends StringConverter<MeterRow> {
    @Override
    public String toString(MeterRow row) {
      return row.name();
    }

    @Override
    public MeterRow fromString(String text) {
      throw new UnsupportedOperationException("the list cannot be typed into");
    }
  }
}
