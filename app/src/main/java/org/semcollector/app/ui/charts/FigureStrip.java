package org.semcollector.app.ui.charts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.tiles.SmallCurve;
import org.semcollector.app.ui.tiles.SmallGauge;

/// Figures side by side, in as many rows of equal length as they need.
final class FigureStrip extends GridPane {
  /// A figure's width in letter heights.
  private static final double NEEDED_EM = 13;

  private final Label ruler = new Label();
  private List<Region> boxes = List.of();
  private int columns;

  FigureStrip() {
    getStyleClass().add(StyleClass.TOOLBAR);
    ruler.setManaged(false);
    getChildren().add(ruler);
    setMinWidth(0);
    widthProperty().subscribe(this::arrange);
    ruler.fontProperty().subscribe(this::arrange);
  }

  void show(List<Figure> figures) {
    getChildren().removeAll(boxes);
    boxes = figures.stream().map(FigureStrip::box).toList();
    columns = 0;
    arrange();
  }

  private void arrange() {
    int fitting = columnsFor(getWidth() / (NEEDED_EM * ruler.getFont().getSize()));
    if (fitting == columns)
      return;
    columns = fitting;
    getChildren().removeAll(boxes);
    getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      column.setHgrow(Priority.ALWAYS);
      getColumnConstraints().add(column);
    }
    for (int i = 0; i < boxes.size(); i++)
      add(boxes.get(i), i % columns, i / columns);
  }

  private int columnsFor(double room) {
    int count = Math.max(1, boxes.size());
    int most = (int) Math.max(2, room);
    int rows = Math.ceilDiv(count, most);
    return Math.ceilDiv(count, rows);
  }

  private static Region box(Figure figure) {
    Label note = Panes.paragraph(figure.note(), StyleClass.MUTED, StyleClass.SMALL);
    Region text = Panes.column(StyleClass.FIGURE_TEXT,
        Panes.label(figure.title(), StyleClass.MUTED, StyleClass.SMALL),
        Panes.label(figure.value(), StyleClass.FIGURE_VALUE), note);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox box = Panes.row(StyleClass.FIGURE, text);
    if (!figure.detail().isEmpty()) {
      Tooltip.install(box, new Tooltip(figure.detail()));
      box.setAccessibleHelp(figure.detail());
    }
    if (figure.gauge().isPresent())
      box.getChildren().add(gauge(figure));
    figure.curve().ifPresent(curve -> box.getChildren().add(new SmallCurve(curve.values(), curve.name())));
    return box;
  }

  private static Node gauge(Figure figure) {
    return new SmallGauge(figure.gauge().orElse(0), figure.title() + ": " + figure.value());
  }
}
