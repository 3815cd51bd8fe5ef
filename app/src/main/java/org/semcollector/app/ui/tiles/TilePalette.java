package org.semcollector.app.ui.tiles;

import eu.hansolo.tilesfx.Tile;
import javafx.scene.paint.Color;
import org.semcollector.app.ui.fx.Ink;

/// Gives a tile the theme's colours; TilesFX reads none from style sheets.
record TilePalette(Ink ink) {
  void dress(Tile tile) {
    tile.setBackgroundColor(ink.ground());
    tile.setForegroundColor(ink.text());
    tile.setTitleColor(ink.muted());
    tile.setTextColor(ink.muted());
    tile.setValueColor(ink.text());
    tile.setUnitColor(ink.muted());
    tile.setBarBackgroundColor(ink.grid());
  }

  Color series(int index) {
    return ink.series(index);
  }
}
