package org.semcollector.app.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.fx.Toolkit;
import org.semcollector.app.ui.shell.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every part of the Sync screen opens, works and can be used without eyes.
@ExtendWith(FxExtension.class)
class SyncScreenIT {
  @ParameterizedTest(name = "{0} meters, dark {1}, text x {2}")
  @MethodSource("looks")
  void everyPartOpens(int meters, boolean dark, double scale) throws Exception {
    var settings = Settings.DEFAULTS.withServer(ServerSettings.NONE
        .withAddress(java.util.Optional.of("https://things.example.org"))
        .withSignIn(ServerSettings.SignIn.API_KEY, java.util.Optional.empty()).withAutomatic(false));
    FakeSite site = new FakeSite(meters, settings);
    try (Window window = Window.open(site.services(), dark, scale)) {
      window.show(Screen.SYNC);
      for (String part : List.of("Queue", "Server", "Devices", "History")) {
        press(window, part);
        if (part.equals("Server")) {
          type(window);
          press(window, "Test the connection");
        }
        if (part.equals("Devices")) {
          press(window, "List the devices");
          if (meters == 1 || meters == 3)
            prepare(window, dark);
        }
        window.picture(String.format(Locale.ROOT, "sync-%s-%03d-%s-%.0f", part.toLowerCase(Locale.ROOT), meters,
            dark ? "dark" : "light", scale * 100));
        assertEquals(List.of(),
            Toolkit.onScreenThread(() -> AccessibilityIT.nameless(window.stage.getScene().getRoot())), part);
      }
    }
  }

  /// One device is prepared; for the next one the same meter is asked for, which is refused at first.
  private static void prepare(Window window, boolean dark) throws Exception {
    for (int i = 0; i < 2; i++) {
      Toolkit.onScreenThread(() -> {
        var buttons = all(window.stage.getScene().getRoot())
            .filter(node -> node.getAccessibleText() != null
                && node.getAccessibleText().startsWith("Prepare a meter as"))
            .map(Button.class::cast).toList();
        (dark ? buttons.getFirst() : buttons.get(1)).fire();
        assertTrue(window.stage.getScene().getFocusOwner() instanceof ComboBox<?>, "the keyboard is in the form");
        return true;
      });
      int number = i;
      Toolkit.onScreenThread(() -> {
        var combo = all(window.stage.getScene().getRoot()).filter(node -> node instanceof ComboBox<?>)
            .map(node -> (ComboBox<?>) node).filter(ComboBox::isEditable).findFirst().orElseThrow();
        combo.getEditor().setText("SEM-24:6f:28:ab:c0:7" + number);
        combo.getEditor().fireEvent(new ActionEvent());
        return true;
      });
      window.settle();
    }
  }

  private static void type(Window window) throws Exception {
    Toolkit.onScreenThread(() -> {
      all(window.stage.getScene().getRoot())
          .filter(node -> node instanceof javafx.scene.control.PasswordField)
          .forEach(node -> ((javafx.scene.control.PasswordField) node).setText("tb_key"));
      return true;
    });
  }

  private static void press(Window window, String text) throws Exception {
    boolean pressed = Toolkit.onScreenThread(() -> {
      var button = all(window.stage.getScene().getRoot())
          .filter(node -> node instanceof ButtonBase base && text.equals(base.getText()))
          .map(ButtonBase.class::cast).findFirst();
      button.ifPresent(ButtonBase::fire);
      return button.isPresent();
    });
    assertTrue(pressed, "no button " + text);
    window.settle();
  }

  private static Stream<Node> all(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(SyncScreenIT::all))
        : Stream.of(node);
  }

  static Stream<Arguments> looks() {
    return Stream.of(Arguments.of(0, false, 1.0), Arguments.of(1, true, 2.0), Arguments.of(3, false, 1.0),
        Arguments.of(3, true, 1.0), Arguments.of(100, false, 1.0), Arguments.of(100, true, 1.0),
        Arguments.of(100, false, 2.0));
  }
}
