package org.semcollector.app.ui.charts;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Figures side by side, or two by two where four do not fit.
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
    int fitting = getWidth() >= boxes.size() * NEEDED_EM * ruler.getFont().getSize() ? Math.max(1, boxes.size()) : 2;
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

  private static Region box(Figure figure) {
    Label note = Panes.paragraph(figure.note(), StyleClass.MUTED, StyleClass.SMALL);
    return Panes.column(StyleClass.FIGURE, Panes.label(figure.title(), StyleClass.MUTED, StyleClass.SMALL),
        Panes.label(figure.value(), StyleClass.FIGURE_VALUE), note);
  }
}
