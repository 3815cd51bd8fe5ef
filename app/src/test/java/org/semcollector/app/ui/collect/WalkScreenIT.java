package org.semcollector.app.ui.collect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.FakeSite;
import org.semcollector.app.ui.FakeWalk;
import org.semcollector.app.ui.FxExtension;
import org.semcollector.app.ui.Window;
import org.semcollector.app.ui.fx.Toolkit;
import org.semcollector.app.walk.RouteEntry;
import org.semcollector.app.walk.StopState;
import org.semcollector.app.walk.WalkEvent;
import org.semcollector.app.walk.WalkReport;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The walk as it is seen and begun.
@ExtendWith(FxExtension.class)
class WalkScreenIT {
  private static final Path PICTURES = Path.of(System.getProperty("sem.root"), "app/target/pictures/walk");
  private static final List<StopState> STATES = List.of(StopState.DONE, StopState.FAILED, StopState.WAITING,
      StopState.PARTLY, StopState.NOT_SEEN);

  @ParameterizedTest(name = "dark {0}, text x {1}")
  @CsvSource({"false, 1", "true, 1", "false, 2", "true, 2"})
  void everyPhaseIsReadFromAfar(boolean dark, double scale) throws Exception {
    var site = new FakeSite(8, Settings.DEFAULTS);
    FakeWalk walk = site.air.walk.with(8);
    try (Window window = Window.open(site.services(), dark, scale)) {
      open(window);
      picture(window, "ready", dark, scale);
      start(window);
      walk.happens(new WalkEvent.Heard(List.of(), route()));
      walk.happens(new WalkEvent.Visiting(AccessPoint.heard(FakeSite.ssid(2), FakeSite.ssid(2).mac(), -60)));
      window.until(() -> word(window).equals("Stay here"));
      picture(window, "stay", dark, scale);
      walk.happens(new WalkEvent.Staying(List.of(FakeSite.ssid(1)), Duration.ofSeconds(20)));
      window.until(() -> says(window).contains("tried again in 20 s"));
      picture(window, "again", dark, scale);
      walk.happens(new WalkEvent.WalkOn(missing()));
      window.until(() -> word(window).equals("Walk on"));
      picture(window, "on", dark, scale);
      walk.end(WalkReport.Ending.COMPLETE);
      window.until(() -> word(window).equals("All done"));
      picture(window, "done", dark, scale);
      window.settle();
    }
  }

  @Test
  void aSiteIsChosenBegunAndStoppedByKeys() throws Exception {
    var site = new FakeSite(4, Settings.DEFAULTS);
    site.air.walk.with(3);
    try (Window window = Window.open(site.services(), false, 1)) {
      open(window);
      Toolkit.onScreenThread(() -> {
        ComboBox<?> sites = (ComboBox<?>) window.stage.getScene().getRoot().lookup(".walk .combo-box");
        sites.getSelectionModel().select(1);
        return true;
      });
      window.settle();
      start(window);
      window.until(() -> site.air.walk.plan.isPresent());
      assertEquals(3, site.air.walk.plan.get().route().size());
      press(window, KeyCode.PERIOD, false);
      window.settle();
      window.until(() -> word(window).equals("Stopped"));
      assertTrue(says(window).contains("3 are missing"), says(window));
    }
  }

  private static void open(Window window) throws Exception {
    press(window, KeyCode.ENTER, true);
    window.settle();
    window.until(() -> word(window).equals("Ready"));
  }

  private static void start(Window window) throws Exception {
    Toolkit.onScreenThread(() -> {
      Node focused = window.stage.getScene().getFocusOwner();
      assertTrue(focused instanceof Button start && start.getText().equals("Start walking"), String.valueOf(focused));
      ((Button) focused).fire();
      return true;
    });
  }

  private static void press(Window window, KeyCode code, boolean shift) throws Exception {
    Toolkit.onScreenThread(() -> {
      KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false);
      List<Runnable> actions = window.stage.getScene().getAccelerators().entrySet().stream()
          .filter(entry -> entry.getKey().match(event)).map(Map.Entry::getValue).toList();
      assertEquals(1, actions.size());
      actions.getFirst().run();
      return true;
    });
  }

  private static void picture(Window window, String phase, boolean dark, double scale) throws Exception {
    window.picture(PICTURES
        .resolve(String.format(Locale.ROOT, "%s-%s-%.0f.png", phase, dark ? "dark" : "light", scale * 100)));
  }

  private static String word(Window window) {
    return text(window, ".walk-word");
  }

  private static String says(Window window) {
    return text(window, ".huge");
  }

  private static String text(Window window, String selector) {
    return ((javafx.scene.control.Label) window.stage.getScene().getRoot().lookup(selector)).getText();
  }

  private static List<RouteEntry> route() {
    return IntStream.range(0, 8).mapToObj(i -> FakeWalk.entry(FakeSite.ssid(i), STATES.get(i % STATES.size())))
        .toList();
  }

  private static List<Ssid> missing() {
    return route().stream().filter(entry -> entry.state() != StopState.DONE).map(RouteEntry::ssid).toList();
  }
}
