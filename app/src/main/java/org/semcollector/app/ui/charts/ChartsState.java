package org.semcollector.app.ui.charts;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// What stands in place of everything while no meter is chosen: that there are none yet, or that one has to be chosen.
record ChartsState(ChartsViewModel vm, ObservableValue<List<MeterRow>> meters, ChartsScreen.Actions actions,
    Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    BooleanBinding none = Bindings.createBooleanBinding(() -> vm.metersProperty().get().isEmpty(),
        vm.metersProperty());
    Button go = Buttons.primary(messages.text("charts.empty.go"), Feather.CPU, actions.toMeters());
    Region nothing = Panes.column(StyleClass.EMPTY, Icons.of(Feather.BAR_CHART_2, StyleClass.LARGE_ICON),
        Panes.paragraph(messages.text("charts.empty.title"), StyleClass.TITLE),
        Panes.paragraph(messages.text("charts.empty.text")), go);
    Region choose = Panes.column(StyleClass.EMPTY, Icons.of(Feather.LAYERS, StyleClass.LARGE_ICON),
        Panes.paragraph(messages.text("charts.unchosen.title"), StyleClass.TITLE),
        Panes.paragraph(messages.text("charts.unchosen.text")));
    StackPane state = new StackPane(Panes.shownWhile(nothing, meters.map(List::isEmpty)),
        Panes.shownWhile(choose, meters.map(all -> !all.isEmpty())));
    return Panes.shownWhile(state, none);
  }
}
