package org.semcollector.app.ui.meters;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.FakeSite;
import org.semcollector.app.ui.FxExtension;
import org.semcollector.app.ui.Window;
import org.semcollector.app.ui.fx.Toolkit;
import org.semcollector.app.wifi.NoWifiAdapter;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.WifiFailure.Right;
import org.semcollector.app.wifi.doctor.SampleFindings;
import org.semcollector.app.wifi.manual.HandJoin;
import org.semcollector.app.wifi.manual.Nets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The Meters screen as it is seen and used.
@ExtendWith(FxExtension.class)
class MetersScreenIT {
  private static final java.nio.file.Path PICTURES = java.nio.file.Path.of(System.getProperty("sem.root"),
      "app/target/pictures/meters");

  static Stream<Arguments> airs() {
    return Stream.of(Arguments.of("adapter", new WifiFailure.NoAdapter()),
        Arguments.of("off", new WifiFailure.RadioOff(false)),
        Arguments.of("location", new WifiFailure.PermissionDenied(Right.LOCATION,
            "Switch on «Let desktop apps access your location».", Optional.of(URI.create("ms-settings:privacy")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("airs")
  void whatIsInTheWayIsSaidWithItsRemedy(String name, WifiFailure failure) throws Exception {
    var site = new FakeSite(3, Settings.DEFAULTS);
    site.radio = Optional.of(new NoWifiAdapter(failure));
    for (double scale : new double[]{1, 2}) {
      try (Window window = Window.open(site.services(), scale > 1, scale)) {
        window.picture(PICTURES.resolve(String.format(Locale.ROOT, "air-%s-%.0f.png", name, scale * 100)));
        assertTrue(Toolkit.onScreenThread(() -> shown(window, ".notice-card").size()) == 1);
      }
    }
  }

  @Test
  void aHundredMetersAndAJoinedOneAreShown() throws Exception {
    var site = new FakeSite(100, Settings.DEFAULTS);
    site.air.joined = new HandJoin.Meter(FakeSite.ssid(2), Nets.on("wlan0", "10.0.0.2", 24), HandJoin.By.NETWORK_NAME);
    for (double scale : new double[]{1, 2}) {
      for (boolean dark : new boolean[]{false, true}) {
        try (Window window = Window.open(site.services(), dark, scale)) {
          window.picture(PICTURES
              .resolve(String.format(Locale.ROOT, "hundred-%s-%.0f.png", dark ? "dark" : "light", scale * 100)));
          assertEquals(100, Toolkit.onScreenThread(() -> list(window).getItems().size()));
        }
      }
    }
  }

  @Test
  void theDoctorIsOpenedReadAndClosedWithEscape() throws Exception {
    var site = new FakeSite(3, Settings.DEFAULTS);
    site.air.findings = SampleFindings.mixed();
    for (double scale : new double[]{1, 2}) {
      try (Window window = Window.open(site.services(), scale > 1, scale)) {
        Toolkit.onScreenThread(() -> fire(window, "Wi-Fi doctor"));
        window.settle();
        window.until(() -> !shown(window, ".doctor-row").isEmpty());
        window.picture(PICTURES.resolve(String.format(Locale.ROOT, "doctor-%.0f.png", scale * 100)));
        assertEquals(Optional.of(FakeSite.ssid(0)), site.air.examined);
        assertEquals(10, Toolkit.onScreenThread(() -> shown(window, ".doctor-row").size()));
        Toolkit.onScreenThread(() -> {
          Node focused = window.stage.getScene().getFocusOwner();
          Event.fireEvent(focused, key(KeyCode.ESCAPE));
          return true;
        });
        assertEquals(0, Toolkit.onScreenThread(() -> shown(window, ".doctor-row").size()));
      }
    }
  }

  @Test
  void rowsStayUnderThePointerAndABoxChoosesOneMore() throws Exception {
    try (Window window = Window.open(new FakeSite(30, Settings.DEFAULTS).services(), false, 1)) {
      window.picture(PICTURES.resolve("pointer.png"));
      Toolkit.onScreenThread(() -> {
        ListView<MeterItem> list = list(window);
        List<CheckBox> boxes = list.lookupAll(".list-cell .check-box").stream().map(CheckBox.class::cast)
            .filter(Node::isVisible).toList();
        boxes.stream().filter(box -> !box.isSelected()).limit(2).forEach(CheckBox::fire);
        assertEquals(3, list.getSelectionModel().getSelectedItems().size());
        list.requestFocus();
        Event.fireEvent(list, key(KeyCode.END));
        assertEquals(List.of(29), list.getSelectionModel().getSelectedIndices());
        return true;
      });
    }
  }

  @Test
  void enterOpensTheDetailsOfTheChosenMeter() throws Exception {
    try (Window window = Window.open(new FakeSite(3, Settings.DEFAULTS).services(), false, 1)) {
      Toolkit.onScreenThread(() -> {
        list(window).requestFocus();
        Event.fireEvent(list(window), key(KeyCode.ENTER));
        return true;
      });
      window.settle();
      window.until(() -> !isShown(list(window)));
    }
  }

  private static Event key(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  @SuppressWarnings("unchecked") // the only list of that class holds meters
  private static ListView<MeterItem> list(Window window) {
    return (ListView<MeterItem>) window.stage.getScene().getRoot().lookup(".meter-list");
  }

  private static List<Node> shown(Window window, String selector) {
    return window.stage.getScene().getRoot().lookupAll(selector).stream().filter(MetersScreenIT::isShown).toList();
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent())
      if (!at.isVisible())
        return false;
    return true;
  }

  private static boolean fire(Window window, String text) {
    shown(window, ".button").stream().map(javafx.scene.control.Button.class::cast)
        .filter(button -> text.equals(button.getText())).findFirst().orElseThrow().fire();
    return true;
  }
}
