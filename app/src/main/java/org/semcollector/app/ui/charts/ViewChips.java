package org.semcollector.app.ui.charts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.util.Builder;
import org.semcollector.app.chart.ChartKind;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.StyleClass;

/// Choose the view: buttons of which one is down, so that all views are seen.
record ViewChips(ChartsViewModel vm, Messages messages) implements Builder<List<ToggleButton>> {
  @Override
  public List<ToggleButton> build() {
    ToggleGroup group = new ToggleGroup();
    Map<ChartKind, ToggleButton> chips = new EnumMap<>(ChartKind.class);
    for (ChartKind kind : ChartKind.values()) {
      ToggleButton chip = new ToggleButton(messages.of("view", kind));
      chip.setToggleGroup(group);
      chip.getStyleClass().add(StyleClass.CHIP);
      chip.setOnAction(_ -> {
        chip.setSelected(true);
        vm.view(kind);
      });
      chips.put(kind, chip);
    }
    vm.choiceProperty().subscribe(choice -> chips.forEach((kind, chip) -> chip.setSelected(kind == choice.kind())));
    return List.copyOf(chips.values());
  }
}
