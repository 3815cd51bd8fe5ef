package org.semcollector.app.ui.charts;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.chart.Period;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.Shortcut;
import org.semcollector.app.ui.fx.StyleClass;

/// Chooses day, month or year, and steps through them.
record PeriodBar(ChartsViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Buttons.Segments<Period.Kind> kinds = Buttons.segments(List.of(Period.Kind.values()),
        kind -> messages.of("period", kind), vm::choose);
    vm.periodProperty().subscribe(period -> kinds.show(period.kind()));
    kinds.buttons().forEach((kind, button) -> Buttons.withShortcut(button, messages.of("period.as", kind),
        Shortcut.valueOf(kind.name()).keys()));
    Label label = Panes.label("", StyleClass.HEADING);
    label.textProperty().bind(vm.periodProperty().map(period -> period.label(messages.locale())));
    FlowPane bar = new FlowPane(kinds.row(), steps(), label);
    bar.getStyleClass().add(StyleClass.TOOLBAR);
    return bar;
  }

  private Region steps() {
    Button previous = Buttons.icon(messages.text("period.previous"), Feather.CHEVRON_LEFT, vm::previous);
    Button next = Buttons.icon(messages.text("period.next"), Feather.CHEVRON_RIGHT, vm::next);
    Button now = Buttons.of(messages.text("period.now"), Feather.CALENDAR, vm::now);
    next.disableProperty().bind(vm.newestProperty());
    now.disableProperty().bind(vm.newestProperty());
    return Panes.row(StyleClass.TIGHT,
        Buttons.withShortcut(previous, messages.text("period.previous"), Shortcut.PREVIOUS.keys()),
        Buttons.withShortcut(next, messages.text("period.next"), Shortcut.NEXT.keys()),
        Buttons.withShortcut(now, messages.text("period.now"), Shortcut.NOW.keys()));
  }
}
