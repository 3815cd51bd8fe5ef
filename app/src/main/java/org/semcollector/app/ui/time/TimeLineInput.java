package org.semcollector.app.ui.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.semcollector.app.correct.PlacedOutage;

/// Mouse and keys of a time line.
///
/// Mouse: a click selects an outage, dragging one of its edges pins it, dragging elsewhere moves the line, the wheel with
/// the shortcut key zooms. Keys: Left and Right go from outage to outage, with Shift they move the line; Plus and Minus
/// zoom, 0 shows all; Home and End go to the first and last outage; Delete takes a pin back; Escape lets go.
final class TimeLineInput {
  private static final double GRIP = 7;
  private static final double STEP = 0.25;
  private static final double ZOOM = 1.5;

  private enum Drag {
    NONE, LINE, FROM, TO
  }

  private final TimeLineChart chart;
  private final TimeViewModel vm;
  private Drag drag = Drag.NONE;
  private double lastX;
  private boolean moved;

  private TimeLineInput(TimeLineChart chart, TimeViewModel vm) {
    this.chart = chart;
    this.vm = vm;
  }

  static void connect(TimeLineChart chart, TimeViewModel vm) {
    var input = new TimeLineInput(chart, vm);
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, input::pressed);
    chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::dragged);
    chart.addEventHandler(MouseEvent.MOUSE_RELEASED, input::released);
    chart.addEventHandler(MouseEvent.MOUSE_MOVED,
        event -> chart
            .setCursor(input.grip(event.getX(), event.getY()) == Drag.NONE ? Cursor.DEFAULT : Cursor.H_RESIZE));
    chart.addEventHandler(ScrollEvent.SCROLL, input::scrolled);
    chart.addEventHandler(KeyEvent.KEY_PRESSED, input::key);
  }

  private void pressed(MouseEvent event) {
    chart.requestFocus();
    if (event.getButton() != MouseButton.PRIMARY || chart.lane().isEmpty())
      return;
    lastX = event.getX();
    moved = false;
    Drag grip = grip(event.getX(), event.getY());
    drag = grip == Drag.NONE ? Drag.LINE : grip;
  }

  private void dragged(MouseEvent event) {
    Optional<Lane> lane = chart.lane();
    if (drag == Drag.NONE || lane.isEmpty())
      return;
    moved |= Math.abs(event.getX() - lastX) > 2;
    if (drag == Drag.LINE) {
      chart.move(lane.get().position(lastX) - lane.get().position(event.getX()));
      lastX = event.getX();
    } else {
      edge(lane.get().at(event.getX()), lane.get());
    }
  }

  /// Times are taken to the minute; zoomed out, to five.
  private void edge(Instant at, Lane lane) {
    long minutes = lane.window().length().compareTo(Duration.ofDays(2)) > 0 ? 5 : 1;
    Instant rounded = Instant.ofEpochSecond(Math.round(at.getEpochSecond() / (60.0 * minutes)) * 60 * minutes);
    vm.selectedProperty().get().ifPresent(outage -> {
      Instant from = drag == Drag.FROM ? rounded : outage.from().at();
      Instant to = drag == Drag.TO ? rounded : outage.to().at();
      if (from.isBefore(to))
        chart.drag(Optional.of(new TimeWindow(from, to)));
    });
  }

  private void released(MouseEvent event) {
    Drag ended = drag;
    drag = Drag.NONE;
    if (ended == Drag.LINE && !moved)
      click(event);
    else if ((ended == Drag.FROM || ended == Drag.TO) && moved)
      chart.draft().ifPresent(where -> vm.selectedProperty().get().ifPresent(outage -> vm.pin(outage,
          ended == Drag.FROM ? where.from() : minute(where.from()),
          ended == Drag.TO ? where.to() : minute(where.to()))));
  }

  /// The edge that was not dragged, as it would be typed.
  private static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }

  private void click(MouseEvent event) {
    Optional<PlacedOutage> hit = chart.line()
        .flatMap(line -> chart.lane().flatMap(lane -> LanePainter.at(line, lane, event.getX(), GRIP)));
    vm.select(hit);
    if (event.getClickCount() == 2)
      chart.lane().ifPresent(lane -> chart.zoom(1 / (ZOOM * ZOOM), lane.position(event.getX())));
  }

  private Drag grip(double x, double y) {
    Optional<PlacedOutage> outage = vm.selectedProperty().get();
    Optional<Lane> lane = chart.lane();
    if (outage.isEmpty() || lane.isEmpty() || !lane.get().holds(y))
      return Drag.NONE;
    double from = Math.abs(lane.get().x(outage.get().from().at()) - x);
    double to = Math.abs(lane.get().x(outage.get().to().at()) - x);
    if (Math.min(from, to) > GRIP)
      return Drag.NONE;
    return from < to ? Drag.FROM : Drag.TO;
  }

  private void scrolled(ScrollEvent event) {
    if (!event.isShortcutDown() || chart.lane().isEmpty())
      return;
    chart.zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM, chart.lane().get().position(event.getX()));
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown())
      return;
    boolean taken = switch (event.getCode()) {
      case LEFT, RIGHT -> side(event.getCode() == KeyCode.RIGHT ? 1 : -1, event.isShiftDown());
      case HOME -> go(0);
      case END -> go(vm.outages().size() - 1);
      case PLUS, ADD, EQUALS -> zoom(1 / ZOOM);
      case MINUS, SUBTRACT -> zoom(ZOOM);
      case DIGIT0, NUMPAD0 -> all();
      case DELETE, BACK_SPACE -> unpin();
      case ESCAPE -> letGo();
      default -> false;
    };
    if (taken)
      event.consume();
  }

  private boolean side(int step, boolean line) {
    if (line) {
      chart.move(step * STEP);
      return true;
    }
    List<PlacedOutage> outages = vm.outages();
    int now = vm.selectedProperty().get().map(outages::indexOf).orElse(step > 0 ? -1 : outages.size());
    return go(Math.clamp(now + step, 0, Math.max(0, outages.size() - 1)));
  }

  private boolean go(int index) {
    if (index < 0 || index >= vm.outages().size())
      return false;
    vm.select(Optional.of(vm.outages().get(index)));
    return true;
  }

  private boolean zoom(double factor) {
    double around = vm.selectedProperty().get().map(outage -> chart.window().position(outage.to().at())).orElse(0.5);
    chart.zoom(factor, Math.clamp(around, 0, 1));
    return true;
  }

  private boolean all() {
    chart.showAll();
    return true;
  }

  private boolean unpin() {
    vm.unpin();
    return true;
  }

  private boolean letGo() {
    boolean selected = vm.selectedProperty().get().isPresent();
    vm.select(Optional.empty());
    chart.drag(Optional.empty());
    return selected;
  }
}
