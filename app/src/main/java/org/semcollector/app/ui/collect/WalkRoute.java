package org.semcollector.app.ui.collect;

import java.util.List;
import java.util.Map;
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
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.walk.StopState;

/// The meters of a walk with their states, how many are done, and a warning while known ones are missing.
record WalkRoute(WalkViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Label totals = Panes.paragraph("", StyleClass.MUTED);
    Label missing = Panes.problem(vm.routeProperty().map(_ -> missing()));
    ListView<WalkItem> list = new ListView<>();
    list.getStyleClass().addAll(StyleClass.METER_LIST, StyleClass.ROUTE);
    list.setAccessibleText(messages.text("walk.route"));
    list.setPlaceholder(Panes.paragraph(messages.text("walk.route-empty"), StyleClass.MUTED));
    list.setCellFactory(_ -> new Cell(messages));
    vm.routeProperty().subscribe(route -> {
      fill(list, route);
      Map<StopState, Long> count = vm.totals();
      totals.setText(messages.text("walk.totals", of(count, StopState.DONE), of(count, StopState.PARTLY),
          of(count, StopState.FAILED), of(count, StopState.WAITING), of(count, StopState.NOT_SEEN)));
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    return Panes.column(StyleClass.SIDE, Panes.label(messages.text("walk.title"), StyleClass.TITLE), totals, missing,
        list);
  }

  private static long of(Map<StopState, Long> count, StopState state) {
    return count.getOrDefault(state, 0L);
  }

  private String missing() {
    List<String> names = vm.missing();
    return names.isEmpty() ? "" : messages.text("walk.missing", names.size());
  }

  /// In place where the same meters stand there: nothing jumps.
  private static void fill(ListView<WalkItem> list, List<WalkItem> route) {
    boolean same = list.getItems().stream().map(WalkItem::ssid).toList()
        .equals(route.stream().map(WalkItem::ssid).toList());
    if (!same) {
      list.getItems().setAll(route);
      return;
    }
    for (int i = 0; i < route.size(); i++)
      if (!route.get(i).equals(list.getItems().get(i)))
        list.getItems().set(i, route.get(i));
  }

  private static StateLook look(StopState state) {
    return switch (state) {
      case WAITING -> StateLook.of(MeterState.IN_RANGE);
      case DONE -> StateLook.of(MeterState.DONE);
      case PARTLY -> StateLook.of(MeterState.PARTLY);
      case FAILED -> StateLook.of(MeterState.FAILED);
      case NOT_SEEN -> new StateLook(Feather.HELP_CIRCLE, StyleClass.MUTED);
    };
  }

  /// Name and state; why it failed below.
  private static final class Cell extends ListCell<WalkItem> {
    private final Messages messages;

    Cell(Messages messages) {
      this.messages = messages;
      getStyleClass().add(StyleClass.METER_CELL);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable WalkItem item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      if (item == null || empty) {
        setGraphic(null);
        return;
      }
      StateLook look = look(item.state());
      Label state = Panes.label(messages.of("stop", item.state()), look.styleClass());
      state.setGraphic(Icons.of(look.icon(), look.styleClass()));
      state.setMinWidth(USE_PREF_SIZE);
      Label name = Panes.label(item.name(), StyleClass.METER_NAME);
      HBox.setHgrow(name, Priority.SOMETIMES);
      VBox lines = Panes.column(StyleClass.METER_LINE, Panes.row(StyleClass.TIGHT, name, Panes.spacer(), state));
      if (!item.reason().isEmpty())
        lines.getChildren().add(Panes.paragraph(item.reason(), StyleClass.SMALL, StyleClass.MUTED));
      setGraphic(lines);
      setAccessibleText(item.name() + ", " + state.getText() + (item.reason().isEmpty() ? "" : ", " + item.reason()));
    }
  }
}
