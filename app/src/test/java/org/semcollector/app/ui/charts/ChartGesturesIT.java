package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.semcollector.app.chart.ChartReview;
import org.semcollector.app.chart.Period;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.DirectTasks;
import org.semcollector.app.ui.FakeSite;
import org.semcollector.app.ui.FxExtension;
import org.semcollector.app.ui.UiServices;
import org.semcollector.app.ui.charts.ChartsContent.LegendEntry;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Theme;
import org.semcollector.app.ui.fx.Toolkit;
import org.semcollector.app.ui.prices.EnergyPrices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Mouse and keys on the chart and its legend, as events that the nodes receive.
@ExtendWith(FxExtension.class)
class ChartGesturesIT {
  @Test
  void theWheelZoomsWhereThePointerIs() throws Exception {
    on(screen -> {
      double at = screen.width() * 0.75;
      double before = screen.place(at);
      screen.wheel(at, 40);
      screen.wheel(at, 40);
      assertEquals(0.64, screen.chart().view().breadth(), 1e-9);
      assertEquals(before, screen.place(at), 1e-9, "the day under the pointer stays there");
      screen.wheel(at, -40);
      assertEquals(0.8, screen.chart().view().breadth(), 1e-9);
      assertEquals(before, screen.place(at), 1e-9);
    });
  }

  @Test
  void draggingPansAndADoubleClickShowsEverything() throws Exception {
    on(screen -> {
      Period shown = screen.vm.periodProperty().get();
      screen.chart().see(new Viewport(0.2, 0.6));
      double grabbed = screen.place(600);
      screen.drag(600, 450);
      assertEquals(grabbed, screen.place(450), 1e-9, "what was grabbed follows the pointer");
      assertEquals(0.4, screen.chart().view().breadth(), 1e-9);
      screen.drag(100, 5000);
      assertEquals(0, screen.chart().view().from(), 1e-9, "stops at the end");
      screen.click(600, 1);
      screen.click(600, 2);
      assertTrue(screen.chart().view().isWhole());
      assertEquals(shown, screen.vm.periodProperty().get(), "dragging and double clicks open nothing");
    });
  }

  @Test
  void aClickOpensADayAndBackspaceGoesUp() throws Exception {
    on(screen -> {
      Period month = screen.vm.periodProperty().get();
      screen.click(screen.middleOf(4), 1);
      assertEquals("2024-06-05", screen.vm.periodProperty().get().first().toString());
      assertEquals(Period.Kind.DAY, screen.vm.periodProperty().get().kind());
      screen.lay();
      screen.key(KeyCode.BACK_SPACE);
      assertEquals(month, screen.vm.periodProperty().get());
    });
  }

  @Test
  void arrowsPointAndEnterOpens() throws Exception {
    on(screen -> {
      screen.key(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT);
      assertEquals(1, screen.chart().pointer().index());
      screen.key(KeyCode.END);
      assertEquals(29, screen.chart().pointer().index());
      screen.key(KeyCode.ESCAPE, KeyCode.ENTER);
      assertEquals(Period.Kind.MONTH, screen.vm.periodProperty().get().kind(), "nothing is pointed at");
      screen.key(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
      assertEquals("2024-06-03", screen.vm.periodProperty().get().first().toString());
      assertEquals(Period.Kind.DAY, screen.vm.periodProperty().get().kind());
    });
  }

  @Test
  void keysZoomAndThePointedBarStaysInSight() throws Exception {
    on(screen -> {
      screen.key(KeyCode.PLUS, KeyCode.PLUS, KeyCode.PLUS);
      assertEquals(0.512, screen.chart().view().breadth(), 1e-9);
      screen.key(KeyCode.END);
      assertEquals(1, screen.chart().view().to(), 0.02);
      assertTrue(screen.chart().view().to() >= screen.chart().along(29));
      screen.key(KeyCode.DIGIT0);
      assertTrue(screen.chart().view().isWhole());
    });
  }

  @Test
  void theLegendHidesAndIsolates() throws Exception {
    on(screen -> {
      assertEquals(List.of(), screen.hidden());
      screen.legend(1).fire();
      assertEquals(List.of("Carpenter’s workshop"), screen.hidden());
      screen.legend(1).fire();
      assertEquals(List.of(), screen.hidden());
      Event.fireEvent(screen.legend(2), mouse(MouseEvent.MOUSE_CLICKED, 3, 3, 2, true));
      assertEquals(List.of("Bakery", "Carpenter’s workshop"), screen.hidden());
      Event.fireEvent(screen.legend(2), pressed(KeyCode.ENTER));
      assertEquals(List.of(), screen.hidden(), "alone already: all again");
    });
  }

  private static void on(Consumer<Screen> test) throws Exception {
    Toolkit.onScreenThread(() -> {
      Screen screen = new Screen();
      try {
        test.accept(screen);
      } finally {
        screen.stage.close();
      }
      return true;
    });
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y, int clicks, boolean still) {
    return new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, clicks, false, false, false, false, true, false,
        false, true, false, still, null);
  }

  private static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  /// The screen with three meters and the month of their newest reading.
  private static final class Screen {
    private final Stage stage = new Stage();
    private final ChartsViewModel vm;

    Screen() throws Exception {
      UiServices services = new FakeSite(3, Settings.DEFAULTS).services();
      Messages messages = new Messages(Locale.UK);
      Formats formats = new Formats(messages, services.zone());
      List<MeterRow> rows = services.meters().meters();
      vm = new ChartsViewModel(
          new ChartReview(services.buckets(), services.readings(), services.marks(), Locale.UK), new DirectTasks(),
          services.clock(), services.zone(), messages, formats);
      Region root = new ChartsScreen(vm, new SimpleObjectProperty<>(rows), vm::show,
          new ChartsScreen.Actions(() -> {}, (_, _) -> Optional.empty(), new DirectTasks(), services.spreadsheets(),
              services.corrections(),
              new NoPrice()),
          messages, formats).build();
      stage.setScene(new Scene(root, 1266, 700));
      Theme.apply(stage.getScene(), false, 1);
      stage.show();
      vm.show(rows);
      lay();
    }

    void lay() {
      Region root = (Region) stage.getScene().getRoot();
      for (int i = 0; i < 3; i++) {
        root.applyCss();
        root.layout();
      }
    }

    CanvasChart chart() {
      return stage.getScene().getRoot().lookupAll(".canvas-chart").stream().filter(CanvasChart.class::isInstance)
          .map(CanvasChart.class::cast).findFirst().orElseThrow();
    }

    double width() {
      return chart().getWidth();
    }

    /// The place of the chart under a pixel, from where the middles of two bars are drawn.
    double place(double x) {
      lay();
      double left = middleOf(0);
      double right = middleOf(29);
      double along = (x - left) / (right - left);
      return chart().along(0) + along * (chart().along(29) - chart().along(0));
    }

    double middleOf(int bar) {
      Box box = chart().place(bar, chart().pointer().plot());
      return box.x() + box.width() / 2;
    }

    private double height() {
      return chart().getHeight() / 2;
    }

    void wheel(double x, double by) {
      lay();
      Event.fireEvent(chart(), new ScrollEvent(ScrollEvent.SCROLL, x, height(), x, height(), false, false, false,
          false, false, false, 0, by, 0, by, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
          ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, local(x)));
    }

    void drag(double from, double to) {
      lay();
      fire(MouseEvent.MOUSE_PRESSED, from, 1, true);
      fire(MouseEvent.MOUSE_DRAGGED, (from + to) / 2, 1, false);
      fire(MouseEvent.MOUSE_DRAGGED, to, 1, false);
      fire(MouseEvent.MOUSE_RELEASED, to, 1, false);
      fire(MouseEvent.MOUSE_CLICKED, to, 1, false);
    }

    void click(double x, int count) {
      lay();
      fire(MouseEvent.MOUSE_PRESSED, x, count, true);
      fire(MouseEvent.MOUSE_RELEASED, x, count, true);
      fire(MouseEvent.MOUSE_CLICKED, x, count, true);
    }

    private void fire(EventType<MouseEvent> type, double x, int clicks, boolean still) {
      Event.fireEvent(chart(), new MouseEvent(type, x, height(), x, height(), MouseButton.PRIMARY, clicks, false, false,
          false, false, true, false, false, true, false, still, local(x)));
    }

    private PickResult local(double x) {
      return new PickResult(chart(), new javafx.geometry.Point3D(x, height(), 0), 0);
    }

    void key(KeyCode... codes) {
      for (KeyCode code : codes) {
        Event.fireEvent(chart(), pressed(code));
        lay();
      }
    }

    ToggleButton legend(int index) {
      lay();
      List<Node> entries = stage.getScene().getRoot().lookupAll(".legend-entry").stream().toList();
      return (ToggleButton) entries.get(index);
    }

    List<String> hidden() {
      return vm.contentProperty().get().orElseThrow().legend().stream().filter(LegendEntry::hidden)
          .map(LegendEntry::name).toList();
    }
  }

  private record NoPrice() implements EnergyPrices {
    @Override
    public EnergySettings now() {
      return EnergySettings.NONE;
    }

    @Override
    public void set(EnergySettings changed) {}
  }
}
