package org.semcollector.app.ui.fx;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Buttons of the kinds that the screens use.
public final class Buttons {
  private Buttons() {}

  /// A button with an icon and a text.
  public static Button of(String text, Feather icon, Runnable action) {
    Button button = new Button(text, Icons.of(icon));
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// The one button of a screen that is meant to be used first.
  public static Button primary(String text, Feather icon, Runnable action) {
    Button button = of(text, icon, action);
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  /// A button that is only an icon; the name is for tooltips and screen readers.
  public static Button icon(String name, Feather icon, Runnable action) {
    Button button = of("", icon, action);
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    return button;
  }

  /// Tells a button's shortcut in its tooltip.
  public static <B extends ButtonBase> B withShortcut(B button, String name, KeyCombination keys) {
    button.setTooltip(new Tooltip(name + "  (" + keys.getDisplayText() + ")"));
    return button;
  }

  /// Buttons side by side of which one is down.
  ///
  /// @param chosen told the value of a button that was pressed
  public static <T> Segments<T> segments(List<T> values, java.util.function.Function<T, String> names,
      Consumer<T> chosen) {
    ToggleGroup group = new ToggleGroup();
    Map<T, ToggleButton> buttons = new java.util.LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      T value = values.get(i);
      ToggleButton button = new ToggleButton(names.apply(value));
      button.setToggleGroup(group);
      button.getStyleClass().add(i == 0
          ? Styles.LEFT_PILL
          : i == values.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
      button.setOnAction(_ -> {
        button.setSelected(true);
        chosen.accept(value);
      });
      buttons.put(value, button);
    }
    return new Segments<>(new HBox(buttons.values().toArray(ToggleButton[]::new)), buttons);
  }

  /// A row of segment buttons.
  public record Segments<T>(HBox row, Map<T, ToggleButton> buttons) {
    public Segments {
      buttons = Map.copyOf(buttons);
    }

    /// The button of a value, which must be one of the row's.
    public ToggleButton button(T value) {
      return java.util.Objects.requireNonNull(buttons.get(value));
    }

    /// Presses the button of a value without telling anybody.
    public void show(T value) {
      buttons.forEach((key, button) -> button.setSelected(key.equals(value)));
    }
  }
}
