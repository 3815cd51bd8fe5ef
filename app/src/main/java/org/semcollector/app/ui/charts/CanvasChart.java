package org.semcollector.app.ui.charts;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.semcollector.app.ui.fx.Ink;
import org.semcollector.app.ui.fx.InkWell;
import org.semcollector.app.ui.fx.StyleClass;

/// A chart on a canvas of its own size, redrawn when size, theme or content change, with a box of text for the column
/// that is pointed at or selected by keyboard.
abstract class CanvasChart extends Region {
  private final Canvas canvas = new Canvas();
  private final Label tipTitle = label(StyleClass.TIP_TITLE);
  private final Label tipValue = label(StyleClass.TIP_VALUE);
  private final Label tipNote = label(StyleClass.TIP_TITLE);
  private final VBox tip = new VBox(tipTitle, tipValue, tipNote);
  private final InkWell well = new InkWell(this::requestLayout);
  private final ColumnPointer pointer = new ColumnPointer(this);

  CanvasChart() {
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    getStyleClass().add(StyleClass.CANVAS_CHART);
    tip.getStyleClass().add(StyleClass.CHART_TIP);
    tip.setManaged(false);
    tip.setMouseTransparent(true);
    tip.setVisible(false);
    getChildren().addAll(well, canvas, tip);
    focusedProperty().subscribe(this::requestLayout);
  }

  /// How many columns can be pointed at.
  abstract int columns();

  /// Draws everything; the canvas is empty.
  ///
  /// @return the rectangle of the columns
  abstract Plot paint(GraphicsContext context, Ink ink, double width, double height, int column);

  /// What the tip says about a column.
  abstract Tip tip(int column);

  /// What the whole chart says to somebody who cannot see it.
  abstract String summary();

  /// Text of the box beside a column.
  ///
  /// @param note may be empty
  record Tip(String title, String value, String note) {}

  final ColumnPointer pointer() {
    return pointer;
  }

  /// To be called when the content changed.
  final void refresh() {
    pointer.clear();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(Math.floor(getWidth()));
    canvas.setHeight(Math.floor(getHeight()));
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (canvas.getWidth() < 60 || canvas.getHeight() < 60)
      return;
    Ink ink = well.ink();
    Plot plot = paint(context, ink, canvas.getWidth(), canvas.getHeight(), pointer.column());
    pointer.lies(plot);
    if (isFocused())
      paintFocus(context, ink, plot);
    placeTip(plot);
  }

  private void paintFocus(GraphicsContext context, Ink ink, Plot plot) {
    context.setStroke(ink.focus());
    context.setLineWidth(2);
    context.strokeRoundRect(plot.left() - 1, plot.top() - 3, plot.width(), plot.height() + 4, 6, 6);
  }

  private void placeTip(Plot plot) {
    int column = pointer.column();
    boolean pointing = column >= 0 && column < columns();
    tip.setVisible(pointing);
    setAccessibleText(pointing
        ? tip(column).title() + ": " + tip(column).value() + " " + tip(column).note()
        : summary());
    if (!pointing)
      return;
    Tip text = tip(column);
    tipTitle.setText(text.title());
    tipValue.setText(text.value());
    tipNote.setText(text.note());
    tipNote.setVisible(!text.note().isEmpty());
    tipNote.setManaged(!text.note().isEmpty());
    tip.autosize();
    double middle = plot.x(column, columns()) + plot.width() / columns() / 2;
    double x = middle + plot.width() / columns() / 2 + 8;
    if (x + tip.getWidth() > getWidth())
      x = Math.max(0, middle - plot.width() / columns() / 2 - 8 - tip.getWidth());
    tip.relocate(Math.rint(x), Math.rint(plot.top()));
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }
}
