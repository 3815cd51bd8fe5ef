package org.semcollector.app.ui.tiles;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.semcollector.app.ui.fx.InkWell;
import org.semcollector.app.ui.fx.StyleClass;

/// A ring that is as full as a share is large. The number stands beside it in words, so the ring has none.
public final class SmallGauge extends Region {
  /// The ring is drawn for tiles of this size; smaller ones lose it.
  private static final double DRAWN_AT = 120;

  private final Tile tile = TileBuilder.create().skinType(Tile.SkinType.CIRCULAR_PROGRESS).animated(false)
      .textVisible(false).valueVisible(false).minValue(0).maxValue(1).prefSize(DRAWN_AT, DRAWN_AT).build();
  private final InkWell well = new InkWell(this::requestLayout);

  /// @param share 0 to 1
  /// @param name what the gauge says, with the number
  public SmallGauge(double share, String name) {
    tile.setValue(Math.clamp(share, 0, 1));
    tile.setFocusTraversable(false);
    tile.setTitle("");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(name);
    getStyleClass().add(StyleClass.SMALL_GAUGE);
    getChildren().addAll(well, tile);
  }

  @Override
  protected void layoutChildren() {
    TilePalette palette = new TilePalette(well.ink());
    palette.dress(tile);
    tile.setBackgroundColor(Color.TRANSPARENT);
    tile.setBarColor(tile.getValue() >= 0.98
        ? palette.series(2)
        : tile.getValue() >= 0.8
            ? palette.series(0)
            : palette.series(1));
    tile.setValueColor(Color.TRANSPARENT);
    tile.setUnitColor(Color.TRANSPARENT);
    double side = Math.min(getWidth(), getHeight());
    tile.resizeRelocate((getWidth() - side) / 2, (getHeight() - side) / 2, side, side);
  }
}
