package org.semcollector.app.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// All charts together, with a menu of the meters they show.
///
/// @param meters the meters that have readings
/// @param chosen told which meters to show
public record ChartsScreen(ChartsViewModel vm, ObservableValue<List<MeterRow>> meters, Consumer<List<MeterRow>> chosen,
    Messages messages, Formats formats) implements Builder<Region> {
  @Override
  public Region build() {
    Region charts = new ChartsView(vm, messages, formats, ChartsView.Layout.ALL).build();
    VBox.setVgrow(charts, Priority.ALWAYS);
    FlowPane head = new FlowPane(Panes.label(messages.text("charts.title"), StyleClass.TITLE), menu());
    head.getStyleClass().add(StyleClass.TOOLBAR);
    ScrollPane scroll = new ScrollPane(Panes.column(StyleClass.PAGE, head, charts));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private MenuButton menu() {
    MenuButton menu = new MenuButton("", Icons.of(Feather.LAYERS));
    menu.textProperty().bind(vm.metersProperty().map(shown -> switch (shown.size()) {
      case 0 -> messages.text("charts.choose-meters");
      case 1 -> shown.getFirst().name();
      default -> messages.text("charts.meters", shown.size());
    }));
    meters.subscribe(all -> menu.getItems().setAll(all.stream().map(this::item).toList()));
    return menu;
  }

  private CheckMenuItem item(MeterRow meter) {
    CheckMenuItem item = new CheckMenuItem(meter.name());
    item.setMnemonicParsing(false);
    vm.metersProperty().subscribe(shown -> item.setSelected(shown.contains(meter)));
    item.setOnAction(_ -> {
      List<MeterRow> shown = new ArrayList<>(vm.metersProperty().get());
      if (!shown.remove(meter))
        shown.add(meter);
      chosen.accept(shown);
    });
    return item;
  }
}
