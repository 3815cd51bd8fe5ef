package org.semcollector.app.ui.time;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.NamedMenu;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The time line of one meter, its outages, and other ways to find its times.
///
/// @param meters the meters that have readings
/// @param chosen told which meter to show
public record TimeView(TimeViewModel vm, ObservableValue<List<MeterRow>> meters, Consumer<MeterRow> chosen,
    Messages messages) implements Builder<Region> {
  private static final double ZOOM = 1.5;

  @Override
  public Region build() {
    var chart = new TimeLineChart(vm, messages);
    Region hint = Panes.paragraph(messages.text("time.hint"), StyleClass.MUTED, StyleClass.SMALL);
    Region list = new OutageList(vm, messages).build();
    Region cards = Panes.column(StyleClass.COLUMN, new PinCard(vm, messages).build(),
        new MethodCard(vm, messages).build());
    HBox.setHgrow(list, Priority.ALWAYS);
    HBox.setHgrow(cards, Priority.ALWAYS);
    var below = new HBox(list, cards);
    below.getStyleClass().add(StyleClass.TOOLBAR);
    below.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    VBox.setVgrow(below, Priority.ALWAYS);
    Region content = Panes.shownWhile(Panes.column(StyleClass.COLUMN, chart, hint, below),
        vm.meterProperty().map(Optional::isPresent));
    VBox.setVgrow(content, Priority.ALWAYS);
    Label nothing = Panes.paragraph(messages.text("time.no-meter"), StyleClass.MUTED);
    ScrollPane scroll = new ScrollPane(Panes.column(StyleClass.PAGE, head(chart), progress(),
        Panes.problem(vm.problemProperty()), Panes.shownWhile(nothing, vm.meterProperty().map(Optional::isEmpty)),
        content));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Region head(TimeLineChart chart) {
    ComboBox<MeterRow> menu = menu();
    Label label = Panes.label(messages.text("time.meter"), StyleClass.STRONG);
    label.setLabelFor(menu);
    HBox zoom = new HBox(Buttons.icon(messages.text("time.zoom-in"), Feather.ZOOM_IN, () -> chart.zoom(1 / ZOOM, 0.5)),
        Buttons.icon(messages.text("time.zoom-out"), Feather.ZOOM_OUT, () -> chart.zoom(ZOOM, 0.5)),
        Buttons.icon(messages.text("time.zoom-all"), Feather.MAXIMIZE_2, chart::showAll));
    zoom.getStyleClass().add(StyleClass.TIGHT);
    Button undo = Buttons.of(messages.text("time.undo"), Feather.CORNER_UP_LEFT, vm::undo);
    undo.disableProperty().bind(vm.shownProperty().map(shown -> shown.filter(Shown::canUndo).isEmpty()));
    var head = new FlowPane(Panes.label(messages.text("time.title"), StyleClass.TITLE),
        Panes.row(StyleClass.TIGHT, label, menu), zoom, undo);
    head.getStyleClass().add(StyleClass.TOOLBAR);
    return head;
  }

  private ComboBox<MeterRow> menu() {
    ComboBox<MeterRow> menu = NamedMenu.of(messages.text("time.choose-meter"), MeterRow::name);
    meters.subscribe(all -> {
      menu.setOnAction(null);
      menu.getItems().setAll(all);
      show(menu, vm.meterProperty().get());
    });
    vm.meterProperty().subscribe(shown -> show(menu, shown));
    return menu;
  }

  /// Shows a meter in the menu without telling anybody.
  private void show(ComboBox<MeterRow> menu, Optional<MeterRow> meter) {
    menu.setOnAction(null);
    menu.setValue(meter.flatMap(
        shown -> menu.getItems().stream().filter(row -> row.ssid().equals(shown.ssid())).findFirst()).orElse(null));
    menu.setOnAction(_ -> Optional.ofNullable(menu.getValue()).ifPresent(chosen));
  }

  private Region progress() {
    var bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("time.working"));
    return Panes.shownWhile(bar, vm.busyProperty());
  }
}
