package org.semcollector.app.ui.tiles;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import eu.hansolo.tilesfx.chart.ChartData;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.EnergyUnit;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.ui.fx.InkWell;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.StyleClass;

/// The ring of shares of several meters, with a table beside it that names each with its energy and share.
public final class ShareDonut extends Region {
  private static final double SWATCH_EM = 0.75;

  private final Tile tile = TileBuilder.create().skinType(Tile.SkinType.DONUT_CHART).animated(false).textVisible(false)
      .valueVisible(false).percentageVisible(false).build();
  private final Label total = new Label();
  private final GridPane table = new GridPane();
  private final InkWell well = new InkWell(this::requestLayout);
  private final ChartLabels labels;
  private final Messages messages;
  private ShareSlices slices;

  public ShareDonut(ShareSlices slices, ChartLabels labels, Messages messages) {
    this.slices = slices;
    this.labels = labels;
    this.messages = messages;
    setAccessibleRole(AccessibleRole.TEXT);
    getStyleClass().add(StyleClass.CANVAS_CHART);
    table.getStyleClass().add(StyleClass.LEGEND);
    total.getStyleClass().add(StyleClass.HEADING);
    tile.setFocusTraversable(false);
    getChildren().addAll(well, tile, total, table);
    show(slices);
  }

  public void show(ShareSlices changed) {
    slices = changed;
    setAccessibleText(slices.slices().isEmpty()
        ? messages.text("chart.no-data")
        : slices.slices().stream().map(this::sentence).collect(Collectors.joining("; ")));
    table.getChildren().clear();
    for (int row = 0; row < slices.slices().size(); row++)
      addRow(row, slices.slices().get(row));
    tile.setVisible(!slices.slices().isEmpty());
    total.setText(
        slices.slices().isEmpty() ? "" : labels.energy(slices.totalKwh(), EnergyUnit.fitting(slices.totalKwh())));
    if (slices.slices().isEmpty())
      table.add(new Label(messages.text("chart.no-data")), 0, 0);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    TilePalette palette = new TilePalette(well.ink());
    palette.dress(tile);
    tile.getChartData().setAll(data(palette));
    double swatch = SWATCH_EM * well.ink().font().getSize();
    for (int row = 0; row < slices.slices().size(); row++) {
      Rectangle colour = (Rectangle) table.getChildren().get(columns() * row);
      colour.setFill(palette.series(slices.slices().get(row).series()));
      colour.setWidth(swatch);
      colour.setHeight(swatch);
    }
    double side = Math.max(0, Math.min(getHeight(), getWidth() * 0.5));
    double tableWidth = Math.min(table.prefWidth(-1), getWidth() - side);
    double tableHeight = Math.min(table.prefHeight(tableWidth), getHeight());
    double left = Math.max(0, (getWidth() - side - tableWidth) / 2);
    tile.resizeRelocate(Math.floor(left), Math.floor((getHeight() - side) / 2), side, side);
    layoutInArea(total, left, (getHeight() - side) / 2, side, side, 0, HPos.CENTER, VPos.CENTER);
    layoutInArea(table, left + side, (getHeight() - tableHeight) / 2, tableWidth, tableHeight, 0, HPos.LEFT,
        VPos.CENTER);
  }

  private List<ChartData> data(TilePalette palette) {
    return slices.slices().stream().map(slice -> {
      ChartData data = new ChartData(slice.name(), slices.unit().of(slice.energyKwh()), palette.series(slice.series()));
      // TilesFX would write rounded values around the ring; the table has them exactly
      data.setTextColor(Color.TRANSPARENT);
      return data;
    }).toList();
  }

  private void addRow(int row, ShareSlices.Slice slice) {
    Label energy = new Label(labels.energy(slice.energyKwh(), slices.unit(), largest()));
    Label share = new Label(labels.number(slice.share() * 100, 1) + "\u00a0%");
    GridPane.setHalignment(energy, HPos.RIGHT);
    GridPane.setHalignment(share, HPos.RIGHT);
    table.addRow(row, new Rectangle(), new Label(slice.name()), energy, share);
    slice.scaledKwh().ifPresent(kwh -> {
      Label scaled = new Label(messages.text("chart.share.scaled", labels.energy(kwh, slices.unit(), largest()),
          labels.number(slice.scaledShare().orElse(0) * 100, 1)));
      scaled.getStyleClass().add(StyleClass.MUTED);
      GridPane.setHalignment(scaled, HPos.RIGHT);
      table.add(scaled, 4, row);
    });
  }

  /// Decides on the decimals of all: those of one meter, not of all together.
  private double largest() {
    return slices.slices().getFirst().energyKwh();
  }

  private int columns() {
    return slices.scaledKwh().isPresent() ? 5 : 4;
  }

  private String sentence(ShareSlices.Slice slice) {
    return slice.name() + " " + labels.energy(slice.energyKwh(), slices.unit(), largest()) + ", "
        + labels.number(slice.share() * 100, 1) + " %" + slice.scaledKwh().stream()
            .mapToObj(kwh -> ", " + messages.text("chart.share.scaled",
                labels.energy(kwh, slices.unit(), largest()),
                labels.number(slice.scaledShare().orElse(0) * 100, 1)))
            .collect(Collectors.joining());
  }
}
