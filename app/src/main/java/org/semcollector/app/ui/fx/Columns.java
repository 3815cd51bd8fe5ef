package org.semcollector.app.ui.fx;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Parts of a page beside each other where they fit, else below each other. Follows the text size, not only the window.
public final class Columns extends VBox {
  private final List<Region> parts;
  private final double widthEm;
  private final Label letter = new Label();
  private boolean beside;

  /// @param widthEm width in letter heights from which the parts stand beside each other
  public Columns(double widthEm, Region... parts) {
    this.parts = List.of(parts);
    this.widthEm = widthEm;
    getStyleClass().add(StyleClass.COLUMN);
    letter.setManaged(false);
    letter.setVisible(false);
    for (Region part : parts) {
      HBox.setHgrow(part, Priority.ALWAYS);
      part.setMinWidth(0);
    }
    below();
    widthProperty().subscribe(this::arrange);
    letter.fontProperty().subscribe(this::arrange);
  }

  private void arrange() {
    boolean fits = getWidth() >= widthEm * letter.getFont().getSize();
    if (fits == beside)
      return;
    beside = fits;
    if (fits)
      beside();
    else
      below();
  }

  private void beside() {
    getChildren().clear();
    parts.forEach(part -> part.setPrefWidth(1)); // equal shares
    HBox row = new HBox(parts.toArray(Region[]::new));
    row.getStyleClass().add(StyleClass.SIDE_BY_SIDE);
    getChildren().setAll(row, letter);
  }

  private void below() {
    parts.forEach(part -> part.setPrefWidth(USE_COMPUTED_SIZE));
    getChildren().setAll(parts);
    getChildren().add(letter);
  }
}
