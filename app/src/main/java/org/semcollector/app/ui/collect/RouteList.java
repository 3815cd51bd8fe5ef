package org.semcollector.app.ui.collect;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Every meter of this session with its state, and how many are done; choosing one shows its result.
record RouteList(CollectViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Label totals = Panes.paragraph("", StyleClass.MUTED);
    Button retry = Buttons.of(messages.text("collect.retry"), Feather.REPEAT, vm::retryFailed);
    ListView<VisitEntry> list = new ListView<>();
    list.getStyleClass().addAll(StyleClass.METER_LIST, StyleClass.ROUTE);
    list.setAccessibleText(messages.text("collect.route"));
    list.setCellFactory(_ -> new Cell(messages));
    ListChangeListener<VisitEntry> follow = _ -> {
      fill(list);
      totals.setText(totals());
      retry.setDisable(count(MeterState.FAILED) == 0);
    };
    vm.visits().addListener(follow);
    fill(list);
    totals.setText(totals());
    retry.setDisable(count(MeterState.FAILED) == 0);
    list.getSelectionModel().selectedItemProperty().subscribe(entry -> {
      if (entry != null)
        vm.choose(Optional.of(entry.ssid()));
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    return Panes.column(StyleClass.SIDE, Panes.label(messages.text("collect.title"), StyleClass.TITLE), totals, retry,
        list);
  }

  private void fill(ListView<VisitEntry> list) {
    boolean same = list.getItems().size() == vm.visits().size();
    for (int i = 0; same && i < list.getItems().size(); i++)
      same = list.getItems().get(i).ssid().equals(vm.visits().get(i).ssid());
    if (!same) {
      list.getItems().setAll(vm.visits());
      return;
    }
    for (int i = 0; i < list.getItems().size(); i++)
      if (!list.getItems().get(i).equals(vm.visits().get(i)))
        list.getItems().set(i, vm.visits().get(i));
  }

  private String totals() {
    return messages.text("collect.totals", count(MeterState.DONE), count(MeterState.PARTLY),
        count(MeterState.FAILED), count(MeterState.WAITING) + count(MeterState.COLLECTING));
  }

  private long count(MeterState state) {
    return vm.visits().stream().filter(entry -> entry.state() == state).count();
  }

  /// Name and state.
  private static final class Cell extends ListCell<VisitEntry> {
    private final Messages messages;

    Cell(Messages messages) {
      this.messages = messages;
      getStyleClass().add(StyleClass.METER_CELL);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable VisitEntry item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      if (item == null || empty) {
        setGraphic(null);
        return;
      }
      StateLook look = StateLook.of(item.state());
      Label state = Panes.label(messages.of("state", item.state()), look.styleClass());
      state.setGraphic(Icons.of(look.icon(), look.styleClass()));
      state.setMinWidth(USE_PREF_SIZE);
      Label name = Panes.label(item.name(), StyleClass.METER_NAME);
      HBox.setHgrow(name, Priority.SOMETIMES);
      setGraphic(Panes.row(StyleClass.TIGHT, name, Panes.spacer(), state));
      setAccessibleText(item.name() + ", " + state.getText());
    }
  }
}
