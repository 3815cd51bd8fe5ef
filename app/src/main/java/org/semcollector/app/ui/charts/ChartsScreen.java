package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.semcollector.app.export.ExportedMeters;
import org.semcollector.app.export.SpreadsheetFormat;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.FileChoice;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.prices.EnergyPrices;

/// All that can be seen of some meters over some time: period, figures, one of eight views, and its numbers below.
///
/// @param meters the meters that have readings
/// @param chosen told which meters to show
/// @param actions what the screen asks others to do
public record ChartsScreen(ChartsViewModel vm, ObservableValue<List<MeterRow>> meters, Consumer<List<MeterRow>> chosen,
    Actions actions, Messages messages, Formats formats) implements Builder<Region> {
  /// What the screen asks others to do.
  ///
  /// @param toMeters goes to the screen where meters are collected
  /// @param files asks where to write what is seen
  /// @param tasks writes it
  /// @param spreadsheets the format of spreadsheets
  /// @param corrections what the times of meters come from
  /// @param prices what energy costs and emits, to be shown and changed
  public record Actions(Runnable toMeters, FileChoice files, Tasks tasks, SpreadsheetFormat spreadsheets,
      ExportedMeters.Source corrections, EnergyPrices prices) {}

  @Override
  public Region build() {
    BooleanProperty table = new SimpleBooleanProperty(false);
    ChartPane pane = new ChartPane(vm, messages);
    NumbersTable numbers = new NumbersTable(messages);
    vm.contentProperty().subscribe(content -> content.ifPresent(pane::show));
    Runnable refill = () -> {
      if (table.get())
        vm.contentProperty().get().ifPresent(content -> numbers.show(content.table()));
    };
    vm.contentProperty().subscribe(refill);
    table.subscribe(refill);
    StringProperty said = new SimpleStringProperty("");
    Label exported = Panes.paragraph("", StyleClass.MUTED, StyleClass.SMALL);
    exported.textProperty().bind(said);
    VBox card = Panes.column(StyleClass.CARD, new ChartBar(vm, table, pane, actions, said, messages).build(),
        Panes.shownWhile(exported, said.map(text -> !text.isEmpty())), new LegendView(vm, messages).build(), plot(pane),
        note(), Panes.shownWhile(numbers, table));
    card.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(card, Priority.ALWAYS);
    return page(card);
  }

  private Region page(Region card) {
    FlowPane head = new FlowPane(Panes.label(messages.text("charts.title"), StyleClass.TITLE),
        new MeterPicker(vm, meters, chosen, messages).build());
    head.getChildren().addAll(new ViewChips(vm, messages).build());
    head.getStyleClass().addAll(StyleClass.TOOLBAR, StyleClass.CHIPS);
    VBox full = Panes.column(StyleClass.COLUMN, new PeriodRow(vm, messages).build(), figures(), card);
    VBox.setVgrow(full, Priority.ALWAYS);
    Region state = new ChartsState(vm, meters, actions, messages).build();
    StackPane body = new StackPane(
        Panes.shownWhile(full, vm.metersProperty().map(shown -> !shown.isEmpty())), state);
    VBox.setVgrow(body, Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(Panes.column(StyleClass.PAGE, head, body));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Region figures() {
    FigureStrip strip = new FigureStrip();
    vm.contentProperty().subscribe(content -> strip.show(content.map(ChartsContent::figures).orElse(List.of())));
    return strip;
  }

  /// The chart, and over it what is to be said while there is none.
  private Region plot(ChartPane pane) {
    StackPane plot = new StackPane(pane, new PlotState(vm, messages, formats).build());
    plot.getStyleClass().add(StyleClass.PLOT_AREA);
    VBox.setVgrow(plot, Priority.ALWAYS);
    return plot;
  }

  private Label note() {
    Label note = Panes.paragraph("", StyleClass.MUTED, StyleClass.SMALL);
    note.textProperty().bind(vm.contentProperty().map(content -> content.map(ChartsContent::note).orElse("")));
    return Panes.shownWhile(note, note.textProperty().map(text -> !text.isEmpty()));
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.BACK_SPACE -> vm.up();
      case KeyCode.PAGE_UP -> vm.previous();
      case KeyCode.PAGE_DOWN -> vm.next();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
