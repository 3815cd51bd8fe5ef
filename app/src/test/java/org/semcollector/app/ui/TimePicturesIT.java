package org.semcollector.app.ui;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.fx.Toolkit;
import org.semcollector.app.ui.shell.Screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// The Time screen by keyboard: choose an outage, look what another method would do.
@ExtendWith(FxExtension.class)
class TimePicturesIT {
  static Stream<Arguments> looks() {
    return Stream.of(false, true).flatMap(dark -> Stream.of(1.0, 2.0).map(scale -> Arguments.of(dark, scale)));
  }

  @ParameterizedTest(name = "dark {0}, text x {1}")
  @MethodSource("looks")
  void anotherMethodIsPreviewed(boolean dark, double scale) throws Exception {
    try (Window window = Window.open(new FakeSite(100, Settings.DEFAULTS).services(), dark, scale)) {
      window.show(Screen.TIME);
      Parent root = window.stage.getScene().getRoot();
      Toolkit.onScreenThread(() -> {
        Node chart = root.lookup(".time-line");
        key(chart, KeyCode.END);
        key(chart, KeyCode.LEFT);
        key(chart, KeyCode.LEFT);
        key(chart, KeyCode.PLUS);
        key(chart, KeyCode.PLUS);
        return true;
      });
      assertTrue(Toolkit.onScreenThread(() -> String.valueOf(root.lookup(".time-line").getAccessibleText()))
          .startsWith("Outage from"), "the chart says which outage is chosen");
      Toolkit.onScreenThread(() -> {
        methods(root).setValue("none");
        return true;
      });
      window.settle();
      window.picture(String.format(Locale.ROOT, "time-preview-%s-%.0f", dark ? "dark" : "light", scale * 100));
    }
  }

  @SuppressWarnings("unchecked") // the second menu of the screen holds names of methods
  private static ComboBox<String> methods(Parent root) {
    return (ComboBox<String>) root.lookupAll(".card .combo-box").stream().findFirst().orElseThrow();
  }

  private static void key(Node node, KeyCode code) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
