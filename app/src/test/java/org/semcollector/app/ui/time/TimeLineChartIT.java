package org.semcollector.app.ui.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.semcollector.app.correct.FakeStore;
import org.semcollector.app.correct.PlacedOutage;
import org.semcollector.app.correct.Settlement;
import org.semcollector.app.correct.TimeCorrections;
import org.semcollector.app.correct.VisitedMeter;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.ui.DirectTasks;
import org.semcollector.app.ui.FxExtension;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Theme;
import org.semcollector.app.ui.fx.Toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Mouse and keys on the time line.
@ExtendWith(FxExtension.class)
class TimeLineChartIT {
  private final FakeStore store = VisitedMeter.sample();
  private final Settlement settlement = new Settlement(store.stores(), store,
      Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final TimeViewModel vm = new TimeViewModel(new TimeCorrections(store.stores(), store, settlement),
      new DirectTasks(), new Messages(Locale.UK));

  private TimeLineChart chart() throws StoreException {
    settlement.all();
    var chart = new TimeLineChart(vm, new Messages(Locale.UK));
    var scene = new Scene(new StackPane(chart), 1000, 240);
    Theme.apply(scene, false, 1);
    vm.show(Optional.of(store.meters().getFirst()));
    lay(chart);
    return chart;
  }

  private static void lay(TimeLineChart chart) {
    chart.getScene().getRoot().applyCss();
    chart.getScene().getRoot().layout();
    chart.requestLayout();
    chart.getScene().getRoot().layout();
  }

  @Test
  void draggingAnEdgePinsTheOutage() throws Exception {
    Toolkit.onScreenThread(() -> {
      TimeLineChart chart = chart();
      key(chart, KeyCode.HOME);
      for (int i = 0; i < 8; i++)
        key(chart, KeyCode.PLUS);
      lay(chart);
      PlacedOutage outage = vm.selectedProperty().get().orElseThrow();
      Lane lane = chart.lane().orElseThrow();
      Instant earlier = outage.from().at().minus(Duration.ofMinutes(15));
      drag(chart, lane.x(outage.from().at()), lane.x(earlier), lane.top() + lane.height() / 2);
      assertEquals("", vm.problemProperty().get());
      PlacedOutage pinned = vm.selectedProperty().get().orElseThrow();
      assertEquals(PlacedOutage.Sureness.PINNED, pinned.sureness());
      assertTrue(Duration.between(pinned.from().at(), earlier).abs().compareTo(Duration.ofMinutes(3)) < 0,
          pinned + " " + outage);
      drag(chart, lane.x(pinned.to().at()), lane.x(pinned.to().at().minus(Duration.ofHours(3))),
          lane.top() + lane.height() / 2);
      assertTrue(vm.problemProperty().get().startsWith("That cannot be."), "the meter was off longer");
      assertEquals(pinned, vm.selectedProperty().get().orElseThrow());
      return true;
    });
  }

  @Test
  void aClickChoosesAnOutageAndADragMovesTheLine() throws Exception {
    Toolkit.onScreenThread(() -> {
      TimeLineChart chart = chart();
      Lane lane = chart.lane().orElseThrow();
      double y = lane.top() + lane.height() / 2;
      PlacedOutage second = vm.outages().get(1);
      double x = (lane.x(second.from().at()) + lane.x(second.to().at())) / 2;
      mouse(chart, MouseEvent.MOUSE_PRESSED, x, y);
      mouse(chart, MouseEvent.MOUSE_RELEASED, x, y);
      assertEquals(Optional.of(second), vm.selectedProperty().get());
      assertTrue(chart.getAccessibleText().startsWith("Outage from"), chart.getAccessibleText());
      key(chart, KeyCode.ESCAPE);
      assertTrue(chart.getAccessibleText().startsWith("Readings from"), chart.getAccessibleText());
      chart.zoom(0.2, 0.5);
      lay(chart);
      TimeWindow before = chart.window();
      drag(chart, 500, 300, y);
      assertTrue(chart.window().from().isAfter(before.from()), "dragged to the left, later times appear");
      key(chart, KeyCode.DIGIT0);
      assertTrue(chart.window().length().compareTo(before.length()) > 0);
      return true;
    });
  }

  @Test
  void keysGoFromOutageToOutage() throws Exception {
    Toolkit.onScreenThread(() -> {
      TimeLineChart chart = chart();
      List<PlacedOutage> outages = vm.outages();
      key(chart, KeyCode.RIGHT);
      assertEquals(outages.getFirst(), vm.selectedProperty().get().orElseThrow());
      key(chart, KeyCode.RIGHT);
      assertEquals(outages.get(1), vm.selectedProperty().get().orElseThrow());
      key(chart, KeyCode.END);
      assertEquals(outages.getLast(), vm.selectedProperty().get().orElseThrow());
      key(chart, KeyCode.RIGHT);
      assertEquals(outages.getLast(), vm.selectedProperty().get().orElseThrow());
      return true;
    });
  }

  private static void drag(TimeLineChart chart, double from, double to, double y) {
    mouse(chart, MouseEvent.MOUSE_PRESSED, from, y);
    mouse(chart, MouseEvent.MOUSE_DRAGGED, (from + to) / 2, y);
    mouse(chart, MouseEvent.MOUSE_DRAGGED, to, y);
    mouse(chart, MouseEvent.MOUSE_RELEASED, to, y);
  }

  private static void mouse(TimeLineChart chart, EventType<MouseEvent> type, double x, double y) {
    chart.fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
        false, false, false, false, null));
  }

  private static void key(TimeLineChart chart, KeyCode code) {
    chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
