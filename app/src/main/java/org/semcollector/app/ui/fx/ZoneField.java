package org.semcollector.app.ui.fx;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.util.Builder;
import org.controlsfx.control.SearchableComboBox;

/// Chooses a time zone out of the many; the list is searched by typing a part of the name.
///
/// @param chosen the zone's IANA name, or empty text
/// @param names all that can be chosen, in order
/// @param searchName what screen readers call the field that is typed into
public record ZoneField(StringProperty chosen, List<String> names,
    String searchName) implements Builder<ComboBox<String>> {
  public ZoneField {
    names = List.copyOf(names);
  }

  @Override
  public ComboBox<String> build() {
    SearchableComboBox<String> box = new SearchableComboBox<>();
    box.getItems().setAll(names);
    box.setMaxWidth(Double.MAX_VALUE);
    chosen.subscribe(name -> {
      if (!name.equals(box.getValue()))
        box.setValue(name.isEmpty() ? null : name);
    });
    box.valueProperty().subscribe(name -> {
      if (name != null && !name.equals(chosen.get()))
        chosen.set(name);
    });
    box.skinProperty().subscribe(skin -> {
      if (skin != null)
        box.lookupAll(".combo-box-search").forEach(search -> search.setAccessibleText(searchName));
    });
    return box;
  }
}
