package org.semcollector.app.ui.charts;

import java.time.LocalDate;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.GridPane;
import javafx.util.Builder;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.StyleClass;

/// The period by name; opens a menu of those chosen often, and a calendar for any days.
record PeriodMenu(ChartsViewModel vm, Messages messages) implements Builder<MenuButton> {
  @Override
  public MenuButton build() {
    MenuButton menu = new MenuButton("", Icons.of(Feather.CALENDAR));
    menu.getStyleClass().add(StyleClass.STRONG);
    menu.textProperty().bind(vm.periodProperty().map(period -> period.label(messages.locale())));
    menu.accessibleTextProperty().bind(menu.textProperty().map(text -> messages.text("period.menu", text)));
    Stream.of(Preset.values()).forEach(preset -> {
      MenuItem item = new MenuItem(messages.of("preset", preset));
      item.setOnAction(_ -> vm.choose(preset));
      menu.getItems().add(item);
    });
    MenuItem days = new MenuItem(messages.text("period.days-choose"));
    days.setOnAction(_ -> calendar().show(menu));
    menu.getItems().addAll(new SeparatorMenuItem(), days);
    return menu;
  }

  private PopOver calendar() {
    DatePicker first = picker(vm.periodProperty().get().first());
    DatePicker last = picker(vm.periodProperty().get().end().minusDays(1));
    GridPane form = new GridPane();
    form.getStyleClass().addAll(StyleClass.FORM, StyleClass.POP);
    form.addRow(0, label("period.days-first", first), first);
    form.addRow(1, label("period.days-last", last), last);
    PopOver over = new PopOver(form);
    over.setTitle(messages.text("period.days-choose"));
    over.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    Button show = Buttons.primary(messages.text("period.days-show"), Feather.CHECK, () -> {
      vm.choose(first.getValue(), last.getValue());
      over.hide();
    });
    show.setDefaultButton(true);
    form.add(show, 1, 2);
    return over;
  }

  private static DatePicker picker(LocalDate day) {
    DatePicker picker = new DatePicker(day);
    picker.setShowWeekNumbers(true);
    // what cannot be read as a day leaves the last one
    picker.valueProperty().subscribe((before, now) -> {
      if (now == null)
        picker.setValue(before);
    });
    return picker;
  }

  private Label label(String key, DatePicker field) {
    Label label = new Label(messages.text(key));
    label.setLabelFor(field);
    return label;
  }
}
