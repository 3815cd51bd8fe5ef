package org.semcollector.app.ui;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.fx.Toolkit;
import org.semcollector.app.ui.shell.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ExtendWith(FxExtension.class)
class WindowIT {
  @ParameterizedTest(name = "{0} meters, dark {1}, text x {2}")
  @MethodSource("looks")
  void everyScreenOpens(int meters, boolean dark, double scale) throws Exception {
    FakeSite site = new FakeSite(meters, Settings.DEFAULTS);
    try (Window window = Window.open(site.services(), dark, scale)) {
      for (Screen screen : Screen.values()) {
        window.show(screen);
        window.picture(String.format(Locale.ROOT, "%s-%02d-%s-%.0f", screen.name().toLowerCase(Locale.ROOT), meters,
            dark ? "dark" : "light", scale * 100));
      }
    }
  }

  @Test
  void collectingShowsStepsAndThenTheResult() throws Exception {
    FakeSite site = new FakeSite(3, Settings.DEFAULTS);
    try (Window window = Window.open(site.services(), false, 1)) {
      press(window, KeyCode.ENTER);
      window.until(() -> shows(window.stage.getScene().getRoot(), "41,484 records"));
      window.picture("collecting");
      site.collectMayGoOn.countDown();
      window.settle();
      window.until(() -> shows(window.stage.getScene().getRoot(), "Partly done: the readings are safe"));
      window.picture("collected");
    }
  }

  @Test
  void firstStartOffersSimulatedMeters() throws Exception {
    FakeSite site = new FakeSite(0, Settings.DEFAULTS);
    try (Window window = Window.open(site.services(), false, 1)) {
      window.until(() -> shows(window.stage.getScene().getRoot(), "Try with simulated meters"));
    }
  }

  static Stream<Arguments> looks() {
    return Stream.of(0, 1, 30).flatMap(meters -> Stream.of(false, true)
        .flatMap(dark -> Stream.of(1.0, 2.0).map(scale -> Arguments.of(meters, dark, scale))));
  }

  private static void press(Window window, KeyCode code) throws Exception {
    Toolkit.onScreenThread(() -> {
      KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false);
      window.stage.getScene().getAccelerators().forEach((keys, action) -> {
        if (keys.match(event))
          action.run();
      });
      return true;
    });
    assertEquals(1, Toolkit.onScreenThread(() -> window.tasks.running().size()));
  }

  private static boolean shows(Node node, String text) {
    if (!node.isVisible())
      return false;
    if (node instanceof javafx.scene.control.Labeled labeled && labeled.getText() != null
        && labeled.getText().contains(text))
      return true;
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(child -> shows(child, text));
  }
}
