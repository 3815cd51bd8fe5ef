package org.semcollector.app.ui.charts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.semcollector.app.chart.ChartKind;
import org.semcollector.app.ui.charts.ChartsContent.LegendEntry;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Names of meters or phases with their colours. A click or Space hides one or shows it again; a double click, Ctrl with
/// a click, or Enter shows only that one.
record LegendView(ChartsViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    FlowPane legend = new FlowPane();
    legend.getStyleClass().add(StyleClass.LEGEND);
    vm.contentProperty().map(content -> content.map(ChartsContent::legend).orElse(List.of()))
        .subscribe(entries -> show(legend, entries));
    return Panes.shownWhile(legend, vm.contentProperty()
        .map(content -> content.filter(shown -> !shown.legend().isEmpty()).isPresent()));
  }

  private void show(FlowPane legend, List<LegendEntry> entries) {
    int focused = legend.getChildren().indexOf(legend.getScene() == null ? null : legend.getScene().getFocusOwner());
    legend.getChildren().setAll(entries.stream().map(this::entry).toList());
    if (focused >= 0 && focused < entries.size())
      legend.getChildren().get(focused).requestFocus();
  }

  private Node entry(LegendEntry entry) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll(StyleClass.SWATCH, StyleClass.series(entry.series()));
    boolean fixed = vm.choiceProperty().get().kind() == ChartKind.PROFILE;
    if (fixed) {
      javafx.scene.control.Label label = Panes.label(entry.name());
      label.setGraphic(swatch);
      return label;
    }
    ToggleButton button = new ToggleButton(entry.name(), swatch);
    button.setMnemonicParsing(false);
    button.setSelected(!entry.hidden());
    button.getStyleClass().add(StyleClass.LEGEND_ENTRY);
    button.setTooltip(new Tooltip(messages.text("chart.legend-hint")));
    button.setOnAction(_ -> vm.toggle(entry.name()));
    button.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
      if (event.getClickCount() == 2 || event.isShortcutDown())
        vm.isolate(entry.name());
    });
    button.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER) {
        vm.isolate(entry.name());
        event.consume();
      }
    });
    return button;
  }
}
