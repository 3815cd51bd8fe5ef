package org.semcollector.app.ui.charts;

import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Points at a column of a chart by mouse, or by keyboard: Left, Right, Home, End move; Enter or a click opens the
/// column; Escape lets go.
final class ColumnPointer {
  private final CanvasChart chart;
  private IntConsumer opened = _ -> {};
  private Plot plot = new Plot(0, 0, 1, 1);
  private int column = -1;

  ColumnPointer(CanvasChart chart) {
    this.chart = chart;
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(at(event)));
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1));
    chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    chart.focusedProperty().subscribe(focused -> {
      if (!focused)
        point(-1);
    });
  }

  int column() {
    return column;
  }

  void lies(Plot where) {
    plot = where;
  }

  void clear() {
    column = -1;
  }

  /// What to do when a column is opened.
  void onOpened(IntConsumer action) {
    opened = action;
  }

  void point(int at) {
    if (at == column)
      return;
    column = at;
    chart.requestLayout();
  }

  private int at(MouseEvent event) {
    double place = (event.getX() - plot.left()) / plot.width() * chart.columns();
    return place >= 0 && place < chart.columns() ? (int) place : -1;
  }

  private void click(MouseEvent event) {
    chart.requestFocus();
    int at = at(event);
    if (at >= 0)
      opened.accept(at);
  }

  private void key(KeyEvent event) {
    int count = chart.columns();
    if (count == 0 || event.isShortcutDown() || event.isAltDown())
      return;
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER && column >= 0)
      opened.accept(column);
    else if (code == KeyCode.ESCAPE && column >= 0)
      point(-1);
    else if (code == KeyCode.LEFT)
      point(column < 0 ? count - 1 : Math.max(0, column - 1));
    else if (code == KeyCode.RIGHT)
      point(Math.min(count - 1, column + 1));
    else if (code == KeyCode.HOME)
      point(0);
    else if (code == KeyCode.END)
      point(count - 1);
    else
      return;
    event.consume();
  }
}
