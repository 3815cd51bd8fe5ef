package org.semcollector.app.ui.tiles;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import eu.hansolo.tilesfx.chart.ChartData;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.semcollector.app.ui.fx.InkWell;
import org.semcollector.app.ui.fx.StyleClass;

/// The course of some values as a smoothed area, without axes: their shape, not their size. It joins neighbours, so it
/// is for values without gaps only.
public final class SmallCurve extends Region {
  private final Tile tile = TileBuilder.create().skinType(Tile.SkinType.SMOOTH_AREA_CHART).animated(false)
      .textVisible(false).valueVisible(false).smoothing(true).dataPointsVisible(false)
      .chartType(Tile.ChartType.AREA).prefSize(120, 120).build();
  private final Rectangle clip = new Rectangle();
  private final InkWell well = new InkWell(this::requestLayout);

  /// @param values at least two, not negative, at equal distances
  /// @param name what the curve says, in words
  public SmallCurve(List<Double> values, String name) {
    tile.setFocusTraversable(false);
    tile.setMouseTransparent(true);
    tile.setTitle("");
    tile.getChartData().setAll(values.stream().map(value -> new ChartData("", value)).toList());
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(name);
    getStyleClass().add(StyleClass.SMALL_CURVE);
    setClip(clip);
    getChildren().addAll(well, tile);
  }

  @Override
  protected void layoutChildren() {
    TilePalette palette = new TilePalette(well.ink());
    palette.dress(tile);
    tile.setBackgroundColor(Color.TRANSPARENT);
    tile.setBarColor(palette.series(0));
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    tile.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
