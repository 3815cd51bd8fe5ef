package org.semcollector.app.ui.fx;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A menu of things that have names.
public final class NamedMenu {
  private NamedMenu() {}

  /// @param prompt what is shown while nothing is chosen
  /// @param name how a thing is called
  public static <T> ComboBox<T> of(String prompt, Function<T, String> name) {
    var menu = new ComboBox<T>();
    menu.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable T item) {
        return item == null ? prompt : name.apply(item);
      }

      @Override
      public @Nullable T fromString(String typed) {
        return null;
      }
    });
    menu.setPromptText(prompt);
    return menu;
  }
}
