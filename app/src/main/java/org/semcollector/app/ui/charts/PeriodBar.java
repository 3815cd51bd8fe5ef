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

/// Chooses a day, week, month or year, and steps through them.
record PeriodBar(ChartsViewModel vm, Messages messages) implements Builder<Region> {
  private static final List<Period.Kind> KINDS = List.of(Period.Kind.DAY, Period.Kind.WEEK, Period.Kind.MONTH,
      Period.Kind.YEAR);

  @Override
  public Region build() {
    Label label = Panes.label("", StyleClass.HEADING);
    label.textProperty().bind(vm.periodProperty().map(period -> period.label(messages.locale())));
    FlowPane bar = new FlowPane(kinds(), steps(), label);
    bar.getStyleClass().add(StyleClass.TOOLBAR);
    return bar;
  }

  /// Day, week, month, year.
  Region kinds() {
    Buttons.Segments<Period.Kind> kinds = Buttons.segments(KINDS, kind -> messages.of("period", kind), vm::choose);
    vm.periodProperty().subscribe(period -> kinds.show(period.kind()));
    kinds.buttons().forEach((kind, button) -> Buttons.withShortcut(button, messages.of("period.as", kind),
        Shortcut.valueOf(kind.name()).keys()));
    return kinds.row();
  }

  /// Previous, next, now.
  Region steps() {
    Button previous = Buttons.icon(messages.text("period.previous"), Feather.CHEVRON_LEFT, vm::previous);
    Button next = Buttons.icon(messages.text("period.next"), Feather.CHEVRON_RIGHT, vm::next);
    Button now = Buttons.of(messages.text("period.now"), Feather.CALENDAR, vm::now);
    previous.disableProperty().bind(vm.periodProperty().map(period -> !period.canStep()));
    next.disableProperty().bind(vm.newestProperty());
    return Panes.row(StyleClass.TIGHT,
        Buttons.withShortcut(previous, messages.text("period.previous"), Shortcut.PREVIOUS.keys()),
        Buttons.withShortcut(now, messages.text("period.now"), Shortcut.NOW.keys()),
        Buttons.withShortcut(next, messages.text("period.next"), Shortcut.NEXT.keys()));
  }
}
