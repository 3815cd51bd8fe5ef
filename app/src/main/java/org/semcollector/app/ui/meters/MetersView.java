package org.semcollector.app.ui.meters;

import java.time.Clock;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.Shortcut;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.wifi.DoctorViewModel;

/// The home screen: every meter in range or known, what is in the way on the air, and what can be done to the chosen ones.
public record MetersView(MetersViewModel vm, DoctorViewModel doctor, MeterWays ways, Clock clock,
    Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Region list = new MeterListView(vm, ways, clock, messages).build();
    VBox page = Panes.column(StyleClass.PAGE, head(), new AirNotice(vm, doctor, ways, messages).build(),
        Panes.problem(vm.problemProperty()), searching(), list);
    VBox.setVgrow(list, Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Region head() {
    FlowPane buttons = new FlowPane(collect(), walk(), choose(),
        Buttons.of(messages.text("air.doctor"), Feather.ACTIVITY, doctor::open));
    buttons.getStyleClass().add(StyleClass.TOOLBAR);
    return Panes.column(StyleClass.TIGHT,
        Panes.row(StyleClass.TOOLBAR, Panes.label(messages.text("meters.title"), StyleClass.TITLE),
            Panes.spacer(), new ScanPulse(vm.air(), messages).build()),
        buttons);
  }

  private Button collect() {
    ObservableValue<Long> reachable = vm.selectedProperty().map(MetersViewModel::reachable);
    Button collect = Buttons.primary(messages.text("meters.collect"), Feather.DOWNLOAD, vm::collectSelected);
    collect.textProperty().bind(reachable.map(count -> count > 1
        ? messages.text("meters.collect-several", count)
        : messages.text("meters.collect")));
    collect.disableProperty().bind(reachable.map(count -> count == 0));
    return Buttons.withShortcut(collect, messages.text("meters.collect-selected"), Shortcut.COLLECT.keys());
  }

  private Button walk() {
    return Buttons.withShortcut(Buttons.of(messages.text("meters.walk"), Feather.NAVIGATION, ways::walk),
        messages.text("meters.walk-says"), Shortcut.COLLECT_ALL.keys());
  }

  private Button choose() {
    Button choose = Buttons.of(messages.text("meters.choose-in-range"), Feather.CHECK_SQUARE, vm::selectInRange);
    choose.disableProperty().bind(vm.countsProperty().map(counts -> counts.getOrDefault(MeterFilter.IN_RANGE, 0) == 0));
    return choose;
  }

  private Region searching() {
    FlowPane line = new FlowPane(search());
    line.getStyleClass().addAll(StyleClass.TOOLBAR, StyleClass.CHIPS);
    ToggleGroup group = new ToggleGroup();
    for (MeterFilter filter : MeterFilter.values())
      line.getChildren().add(chip(filter, group));
    line.getChildren().add(sorting());
    return line;
  }

  private TextField search() {
    CustomTextField search = new CustomTextField();
    search.getStyleClass().add(StyleClass.SEARCH);
    search.setLeft(Icons.of(Feather.SEARCH));
    Button clear = Buttons.icon(messages.text("meters.search-clear"), Feather.X, () -> vm.queryProperty().set(""));
    clear.setFocusTraversable(false);
    search.setRight(Panes.shownWhile(clear, vm.queryProperty().isNotEmpty()));
    search.setPromptText(messages.text("meters.search"));
    search.setAccessibleText(messages.text("meters.search"));
    search.textProperty().bindBidirectional(vm.queryProperty());
    return search;
  }

  private ToggleButton chip(MeterFilter filter, ToggleGroup group) {
    ToggleButton chip = new ToggleButton();
    chip.getStyleClass().add(StyleClass.CHIP);
    chip.setToggleGroup(group);
    chip.textProperty().bind(Bindings.createStringBinding(() -> messages.text("meters.filter-count",
        messages.of("filter", filter), vm.countsProperty().get().getOrDefault(filter, 0)), vm.countsProperty()));
    chip.setOnAction(_ -> {
      chip.setSelected(true);
      vm.filterProperty().set(filter);
    });
    vm.filterProperty().subscribe(chosen -> chip.setSelected(chosen == filter));
    return chip;
  }

  private Region sorting() {
    ComboBox<MeterSort> sort = new ComboBox<>();
    sort.getItems().setAll(List.of(MeterSort.values()));
    sort.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable MeterSort value) {
        return value == null ? "" : messages.of("sort", value);
      }

      @Override
      public @Nullable MeterSort fromString(String text) {
        return null;
      }
    });
    sort.valueProperty().bindBidirectional(vm.sortProperty());
    Label label = Panes.label(messages.text("meters.sort"), StyleClass.MUTED);
    label.setLabelFor(sort);
    return Panes.row(StyleClass.TIGHT, label, sort);
  }
}
