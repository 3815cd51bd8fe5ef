package org.semcollector.app.ui.charts;

import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Duration;
import org.semcollector.app.chart.Viewport;

/// Points at things of a chart and moves through it. Mouse: pointing, the wheel zooms where the pointer is, dragging
/// pans, a click opens, a double click shows everything again. Keys: arrows, Home and End point, Enter opens, plus and
/// minus zoom, zero shows everything, Escape lets go.
final class ChartPointer {
  private static final double ZOOM_STEP = 0.8;
  /// Time in which a second click makes a double click; only then a click has to wait.
  private static final Duration DOUBLE_CLICK = Duration.millis(280);

  private final CanvasChart chart;
  private final PauseTransition waiting = new PauseTransition(DOUBLE_CLICK);
  private IntConsumer opened = _ -> {};
  private Plot plot = new Plot(0, 0, 1, 1, Viewport.WHOLE);
  private int index = -1;
  private double draggedFrom = Double.NaN;
  private Viewport draggedView = Viewport.WHOLE;

  ChartPointer(CanvasChart chart) {
    this.chart = chart;
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(at(event)));
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1));
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    chart.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    chart.addEventHandler(ZoomEvent.ZOOM, event -> zoom(position(event.getX()), 1 / event.getZoomFactor()));
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    chart.focusedProperty().subscribe(focused -> {
      if (!focused)
        point(-1);
    });
  }

  int index() {
    return index;
  }

  Plot plot() {
    return plot;
  }

  void lies(Plot where) {
    plot = where;
  }

  void clear() {
    index = -1;
    waiting.stop();
  }

  /// What to do when a thing is opened.
  void onOpened(IntConsumer action) {
    opened = action;
  }

  void point(int at) {
    if (at == index)
      return;
    index = at;
    chart.requestLayout();
  }

  private int at(MouseEvent event) {
    return plot.holds(event.getX(), event.getY()) ? chart.at(event.getX(), event.getY(), plot) : -1;
  }

  private double position(double x) {
    return Math.clamp((x - plot.left()) / plot.width(), 0, 1);
  }

  private void press(MouseEvent event) {
    chart.requestFocus();
    draggedFrom = event.getX();
    draggedView = chart.view();
  }

  private void drag(MouseEvent event) {
    if (event.isStillSincePress() || Double.isNaN(draggedFrom))
      return;
    point(-1);
    chart.see(draggedView.panned((draggedFrom - event.getX()) / plot.width()));
    event.consume();
  }

  private void click(MouseEvent event) {
    if (!event.isStillSincePress())
      return;
    waiting.stop();
    int at = at(event);
    if (event.getClickCount() > 1)
      chart.showAll();
    else if (at >= 0 && chart.view().isWhole())
      opened.accept(at);
    else if (at >= 0) {
      waiting.setOnFinished(_ -> opened.accept(at));
      waiting.playFromStart();
    }
  }

  private void scroll(ScrollEvent event) {
    if (event.getDeltaY() == 0 || chart.narrowest() >= 1 || !plot.holds(event.getX(), event.getY()))
      return;
    // outwards from the whole there is nothing: the page may scroll
    if (event.getDeltaY() < 0 && chart.view().isWhole())
      return;
    zoom(position(event.getX()), event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
    event.consume();
  }

  private void zoom(double at, double factor) {
    if (chart.narrowest() < 1)
      chart.see(chart.view().zoomed(at, factor, chart.narrowest()));
  }

  private void key(KeyEvent event) {
    if (chart.count() == 0 || event.isShortcutDown() || event.isAltDown())
      return;
    if (moves(event) || acts(event.getCode()))
      event.consume();
  }

  private boolean moves(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isShiftDown() && (code == KeyCode.LEFT || code == KeyCode.RIGHT))
      chart.see(chart.view().panned(code == KeyCode.LEFT ? -0.25 : 0.25));
    else if (code == KeyCode.HOME)
      pointAndShow(0);
    else if (code == KeyCode.END)
      pointAndShow(chart.count() - 1);
    else if (code.isArrowKey())
      pointAndShow(index < 0 ? code == KeyCode.LEFT ? chart.count() - 1 : 0 : chart.beside(index, code));
    else
      return false;
    return true;
  }

  private boolean acts(KeyCode code) {
    double at = index < 0 ? 0.5 : Math.clamp(chart.view().position(chart.along(index)), 0, 1);
    switch (code) {
      case ENTER -> {
        if (index < 0)
          return false;
        opened.accept(index);
      }
      case ESCAPE -> {
        if (index < 0)
          return false;
        point(-1);
      }
      case PLUS, ADD, EQUALS -> zoom(at, ZOOM_STEP);
      case MINUS, SUBTRACT -> zoom(at, 1 / ZOOM_STEP);
      case DIGIT0, NUMPAD0 -> chart.showAll();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void pointAndShow(int at) {
    point(at);
    double place = chart.along(at);
    double half = Math.min(chart.view().breadth(), chart.narrowest()) / 4;
    chart.see(chart.view().showing(Math.max(0, place - half), Math.min(1, place + half)));
  }
}
