package org.semcollector.app.ui.charts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.prices.PriceButton;

/// What is shown, and how: above the chart.
record ChartBar(ChartsViewModel vm, BooleanProperty table, ChartPane pane, ChartsScreen.Actions actions,
    StringProperty said, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Label title = Panes.label("", StyleClass.HEADING);
    title.textProperty().bind(vm.choiceProperty().map(choice -> messages.of("view-title", choice.kind())));
    FlowPane bar = new FlowPane(title, phases(), marks(), showTable(),
        new PriceButton(actions.prices(), messages).build(),
        new ExportMenu(vm, pane, actions, said, messages).build());
    bar.getStyleClass().add(StyleClass.TOOLBAR);
    return bar;
  }

  private CheckBox phases() {
    CheckBox phases = new CheckBox(messages.text("charts.phases"));
    vm.choiceProperty().subscribe(choice -> phases.setSelected(choice.phases()));
    phases.setOnAction(_ -> vm.phases(phases.isSelected()));
    return Panes.shownWhile(phases, vm.choiceProperty().map(choice -> choice.kind().canSplit()));
  }

  private CheckBox marks() {
    CheckBox marks = new CheckBox(messages.text("charts.marks"));
    vm.choiceProperty().subscribe(choice -> marks.setSelected(choice.marks()));
    marks.setOnAction(_ -> vm.marks(marks.isSelected()));
    return Panes.shownWhile(marks, vm.choiceProperty().map(choice -> choice.kind().hasMarks()));
  }

  private CheckBox showTable() {
    CheckBox show = new CheckBox(messages.text("charts.table"));
    show.selectedProperty().bindBidirectional(table);
    return show;
  }
}
