package org.semcollector.app.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.FirmwareResult;
import org.semcollector.app.operate.LookResult;
import org.semcollector.app.operate.MeterLook;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.ui.fx.Theme;
import org.semcollector.app.ui.fx.Toolkit;
import org.semcollector.app.ui.shell.Screen;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.readout.TokenState;
import org.semcollector.protocol.simulator.SimulatedFirmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The screens for operating meters, in the states people meet: drawn, operated by what reaches them, and named for those
/// who do not see them.
@ExtendWith(FxExtension.class)
class OperationScreensIT {
  @TempDir
  Path folder = Path.of("");

  static Stream<Arguments> looks() {
    return Stream.of(Arguments.of(false, 1.0), Arguments.of(true, 1.0), Arguments.of(false, 2.0));
  }

  @ParameterizedTest(name = "dark {0}, text x {1}")
  @MethodSource("looks")
  void firmwareWithPackagesAndACampaign(boolean dark, double scale) throws Exception {
    FakeSite site = held(6);
    site.operations.standings.put(FakeSite.ssid(2), Campaign.Standing.ROLLED_BACK);
    site.operations.standings.put(FakeSite.ssid(5), Campaign.Standing.CONFIRMED);
    site.operations.updates.put(FakeSite.ssid(0), FirmwareResult.State.NOT_SENT);
    try (Window window = Window.open(site.services(), dark, scale)) {
      Seen seen = new Seen(window);
      window.show(Screen.FIRMWARE);
      picture(window, "firmware-campaign", dark, scale);
      assertTrue(seen.shows("OFMon  1.1.3"));
      seen.press("Update 2 meters");
      window.settle();
      seen.until("2 to do");
      picture(window, "firmware-updated", dark, scale);
      guide(window, "firmware", dark, scale);
      assertTrue(seen.shows("1 failed"));
      assertTrue(seen.shows("2 confirmed"));
      assertTrue(seen.shows("1 rolled back"));
      assertEquals(List.of(FakeSite.ssid(0), FakeSite.ssid(4)),
          site.operations.sent.stream().map(request -> request.ssid()).toList());
    }
  }

  @Test
  void spaceTakesAMeterOutOfTheCampaignAndTheFailedAloneAreRepeated() throws Exception {
    FakeSite site = held(6);
    site.operations.updates.put(FakeSite.ssid(2), FirmwareResult.State.NOT_SENT);
    try (Window window = Window.open(site.services(), false, 1)) {
      Seen seen = new Seen(window);
      window.show(Screen.FIRMWARE);
      select(seen, "update-list", 0);
      seen.key("update-list", KeyCode.SPACE);
      seen.press("Update 2 meters");
      window.settle();
      seen.until("1 failed");
      assertEquals(List.of(FakeSite.ssid(2), FakeSite.ssid(4)), ssids(site));
      seen.press("Update one meter");
      window.settle();
      assertEquals(List.of(FakeSite.ssid(2), FakeSite.ssid(4), FakeSite.ssid(2)), ssids(site));
    }
  }

  @Test
  void aSendingMeterShowsHowFarItIsAndClosingWaitsForIt() throws Exception {
    FakeSite site = held(2);
    site.operations.mayGoOn = new CountDownLatch(1);
    try (Window window = Window.open(site.services(), false, 1)) {
      Seen seen = new Seen(window);
      window.show(Screen.FIRMWARE);
      seen.press("Update one meter");
      seen.until("Sending 62");
      picture(window, "firmware-sending", false, 1);
      assertTrue(Toolkit.onScreenThread(() -> window.shell.busyBinding().get()));
      seen.press("Cancel");
      assertTrue(seen.shows("Stopping at the next safe point"));
      site.operations.mayGoOn.countDown();
      window.settle();
      seen.until("1 confirmed");
      assertFalse(Toolkit.onScreenThread(() -> window.shell.busyBinding().get()));
    }
  }

  @Test
  void aFileThatIsNoFirmwareIsRefusedInWords() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.bin"), "<html>not found</html>");
    FakeSite site = new FakeSite(2, Settings.DEFAULTS);
    site.operations.hold("Broken", "1.2.0", file, 22);
    try (Window window = Window.open(site.services(), false, 1)) {
      Seen seen = new Seen(window);
      window.show(Screen.FIRMWARE);
      seen.until("It must not be sent to a meter");
      picture(window, "firmware-refused", false, 1);
      assertTrue(seen.shows("Not whole"));
    }
  }

  @ParameterizedTest(name = "dark {0}, text x {1}")
  @MethodSource("looks")
  void aMeterIsSetUpFromThePreparedList(boolean dark, double scale) throws Exception {
    FakeSite site = new FakeSite(4, Settings.DEFAULTS);
    site.operations.prepare(FakeSite.ssid(2), 7, "Dental practice");
    site.operations.mayGoOn = new CountDownLatch(1);
    try (Window window = Window.open(site.services(), dark, scale)) {
      Seen seen = new Seen(window);
      window.show(Screen.SET_UP);
      select(seen, "meter-list", "Dental practice");
      seen.until("102 (version 1.0.2)");
      picture(window, "set-up-looking", dark, scale);
      assertFalse(seen.canPress("Set it up"), "while it is looked at");
      site.operations.mayGoOn.countDown();
      window.settle();
      seen.until("137");
      picture(window, "set-up-ready", dark, scale);
      site.operations.mayGoOn = new CountDownLatch(1);
      seen.press("Set it up");
      seen.until("sending the token");
      picture(window, "set-up-running", dark, scale);
      site.operations.mayGoOn.countDown();
      window.settle();
      seen.until("The meter is set up");
      picture(window, "set-up-done", dark, scale);
      guide(window, "set-up", dark, scale);
      assertEquals(List.of(FakeOperations.token(7)), site.operations.done.stream().map(one -> one.token()).toList());
      assertEquals(Optional.of("High street"), site.operations.done.getFirst().site());
    }
  }

  @Test
  void aTokenIsExplainedAsItIsTypedAndAMeterOfSomebodyElseIsRefusedUntilInsistedOn() throws Exception {
    FakeSite site = new FakeSite(2, Settings.DEFAULTS);
    site.operations.found = new LookResult.Seen(new MeterLook(new FirmwareVersion(102),
        ReleaseVersion.readings(new FirmwareVersion(102)), new TokenState.Present(FakeOperations.token(1)),
        Optional.empty()));
    site.operations.outcome = SetUpResult.State.PARTLY;
    try (Window window = Window.open(site.services(), false, 1)) {
      Seen seen = new Seen(window);
      window.show(Screen.SET_UP);
      select(seen, "meter-list", "Bakery");
      window.settle();
      seen.type("Token", "AccessTokenNumber002");
      seen.until("This is a ThingsBoard access token alone");
      picture(window, "set-up-token-explained", false, 1);
      seen.type("Token", "AccessTokenNumber002" + FakeOperations.PROFILE);
      seen.until("somebody has set it up already");
      assertFalse(seen.canPress("Set it up"));
      picture(window, "set-up-refused", false, 1);
      seen.press("I know that; set it up all the same");
      seen.press("Set it up");
      window.settle();
      seen.until("Only a part is done");
      picture(window, "set-up-partly", false, 1);
      assertTrue(seen.shows("stopped here"));
      assertTrue(seen.canPress("Repeat"));
    }
  }

  @ParameterizedTest(name = "dark {0}, text x {1}")
  @MethodSource("looks")
  void detailsTellWhatIsWrongWithFiguresAndThresholds(boolean dark, double scale) throws Exception {
    FakeSite site = new FakeSite(3, Settings.DEFAULTS);
    site.operations.verdicts.put(FakeSite.ssid(0), FakeOperations.manyFindings());
    try (Window window = Window.open(site.services(), dark, scale)) {
      Seen seen = new Seen(window);
      window.show(Screen.DETAILS);
      seen.until("Something is wrong: 4 findings.");
      assertTrue(seen.shows("Said when the median voltage is below 20 V"));
      assertTrue(seen.shows("The readings suggest 2.026. Nothing was changed."));
      picture(window, "details-findings", dark, scale);
      guide(window, "details", dark, scale);
    }
  }

  @Test
  void aSuggestedFactorIsKeptOnlyWhenItIsSaved() throws Exception {
    FakeSite site = new FakeSite(3, Settings.DEFAULTS);
    site.operations.verdicts.put(FakeSite.ssid(0), FakeOperations.manyFindings());
    try (Window window = Window.open(site.services(), false, 1)) {
      Seen seen = new Seen(window);
      window.show(Screen.DETAILS);
      seen.until("The readings suggest 2.026.");
      seen.press("Put it into the field");
      assertTrue(site.operations.notes.isEmpty(), "nothing is applied by itself");
      seen.type("Energy factor", "many");
      seen.until("A factor is a number above 0");
      assertFalse(seen.canPress("Save the notes"));
      picture(window, "details-wrong-factor", false, 1);
      seen.type("Energy factor", "2,026");
      seen.press("Save the notes");
      window.settle();
      seen.until("The notes are kept.");
      assertEquals(2.026, site.operations.note(FakeSite.ssid(0)).energyFactor().orElseThrow(), 0);
    }
  }

  @Test
  void erasingNeedsTheTypedNameAndTheTokenIsHiddenUntilAsked() throws Exception {
    FakeSite site = new FakeSite(3, Settings.DEFAULTS);
    site.tokens.put(0, FakeOperations.token(3));
    try (Window window = Window.open(site.services(), false, 1)) {
      Seen seen = new Seen(window);
      window.show(Screen.DETAILS);
      seen.until("Erase all readings on Bakery");
      assertFalse(seen.canPress("Erase all readings on Bakery"));
      assertFalse(seen.shows("AccessTokenNumber003"));
      seen.press("Show");
      assertTrue(seen.shows("AccessTokenNumber003"));
      picture(window, "details-operations", false, 1);
      seen.press("Hide");
      assertFalse(seen.shows("AccessTokenNumber003"));
      seen.type("To confirm, type Bakery", "Baker");
      assertFalse(seen.canPress("Erase all readings on Bakery"));
      seen.type("To confirm, type Bakery", "bakery");
      seen.press("Erase all readings on Bakery");
      window.settle();
      seen.until("137 readings could not be proven safe");
      assertFalse(seen.canPress("Erase all readings on Bakery"), "the name is typed anew every time");
      seen.type("To confirm, type Bakery", "SEM-24:6f:28:ab:c0:00");
      seen.press("Erase it even when not everything can be proven safe: readings may be lost for ever");
      seen.press("Erase all readings on Bakery");
      window.settle();
      seen.press("Set its clock");
      window.settle();
      seen.until("The clock was 56 s behind and is set.");
      assertEquals(List.of("erase SEM-24:6f:28:ab:c0:00",
          "erase SEM-24:6f:28:ab:c0:00 unproven as SEM-24:6f:28:ab:c0:00", "clock SEM-24:6f:28:ab:c0:00"),
          site.operations.operated);
    }
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    FakeSite site = new FakeSite(1, Settings.DEFAULTS);
    site.operations.trouble = Optional.of(new StoreException("the disk is gone", new IllegalStateException()));
    try (Window window = Window.open(site.services(), false, 1)) {
      Seen seen = new Seen(window);
      window.show(Screen.DETAILS);
      seen.until("could not be read from this laptop (the disk is gone)");
      picture(window, "details-unreadable", false, 1);
    }
  }

  @Test
  void settingsHoldAtOnceAndWrongInputIsExplainedBesideTheField() throws Exception {
    FakeSite site = new FakeSite(2, Settings.DEFAULTS);
    try (Window window = Window.open(site.services(), false, 1)) {
      Seen seen = new Seen(window);
      window.show(Screen.SETTINGS);
      seen.type("Nominal voltage, V", "12000");
      seen.until("A nominal voltage is a number from 50 to 500");
      seen.type("Meters’ address", "ftp://meter");
      seen.until("This is no address of a meter");
      picture(window, "settings-wrong", false, 1);
      assertEquals(230, site.settings.meters().nominalVoltageV());
      seen.type("Nominal voltage, V", "120");
      seen.type("Meters’ address", "192.168.4.1");
      seen.press("Dark");
      window.settle();
      assertEquals(120, site.settings.meters().nominalVoltageV());
      assertEquals("http://192.168.4.1", site.settings.meters().address().orElseThrow().toString());
      assertEquals(Settings.Theme.DARK, site.settings.theme());
      assertFalse(seen.shows("This is no address of a meter"));
    }
  }

  @Test
  void aPasswordIsKeptInTheSecretStoreAndShownOnlyWhenAsked() throws Exception {
    FakeSite site = new FakeSite(2, Settings.DEFAULTS);
    try (Window window = Window.open(site.services(), false, 1)) {
      Seen seen = new Seen(window);
      window.show(Screen.SETTINGS);
      seen.type("Password", "correct horse");
      seen.press("Keep it");
      window.settle();
      seen.until("The password is kept in the keyring of this computer, and nowhere else.");
      seen.until("A password for all meters is kept.");
      assertFalse(seen.shows("correct horse"));
      assertFalse(site.settings.toString().contains("correct horse"));
      seen.press("Show the kept one");
      window.settle();
      seen.until("correct horse");
      seen.press("Hide it");
      assertFalse(seen.shows("correct horse"));
      seen.press("Forget that of all meters");
      window.settle();
      seen.until("No password is kept");
      assertTrue(site.secrets.kept.isEmpty());
    }
  }

  @Test
  void inBrightLightEverythingIsBlackOnWhite() throws Exception {
    FakeSite site = held(4);
    site.operations.verdicts.put(FakeSite.ssid(0), FakeOperations.manyFindings());
    try (Window window = Window.open(site.services(), false, 1)) {
      Toolkit.onScreenThread(() -> {
        Theme.applyHighContrast(window.stage.getScene(), 1);
        return true;
      });
      for (Screen screen : List.of(Screen.DETAILS, Screen.FIRMWARE, Screen.SETTINGS, Screen.METERS, Screen.CHARTS)) {
        window.show(screen);
        picture(window, screen.name().toLowerCase(Locale.ROOT) + "-bright", false, 1.25);
      }
    }
  }

  private FakeSite held(int meters) throws Exception {
    FakeSite site = new FakeSite(meters, Settings.DEFAULTS);
    for (int i = 0; i < meters; i++)
      site.tokens.put(i, FakeOperations.token(i));
    Path whole = folder.resolve("whole.bin");
    Files.write(whole, SimulatedFirmware.image(90_000, 5).toArray());
    Path cut = folder.resolve("cut.bin");
    Files.write(cut, SimulatedFirmware.image(90_000, 5).slice(0, 60_000).toArray());
    site.operations.hold("OFMon", "1.0.9", cut, Files.size(cut));
    site.operations.hold("OFMon", "1.1.3", whole, Files.size(whole));
    return site;
  }

  private static List<org.semcollector.protocol.meter.Ssid> ssids(FakeSite site) {
    return site.operations.sent.stream().map(request -> request.ssid()).toList();
  }

  private static void select(Seen seen, String listClass, int index) throws Exception {
    Toolkit.onScreenThread(() -> {
      list(seen, listClass).getSelectionModel().select(index);
      return true;
    });
  }

  private static void select(Seen seen, String listClass, String name) throws Exception {
    Toolkit.onScreenThread(() -> {
      ListView<?> list = list(seen, listClass);
      for (int i = 0; i < list.getItems().size(); i++) {
        if (list.getItems().get(i).toString().contains(name))
          list.getSelectionModel().select(i);
      }
      return true;
    });
  }

  private static ListView<?> list(Seen seen, String listClass) {
    return (ListView<?>) seen.all().filter(node -> node.getStyleClass().contains(listClass)).findFirst().orElseThrow();
  }

  /// A picture of the guide; with `-Dsem.pictures=docs/pictures` it is put there.
  private static void guide(Window window, String name, boolean dark, double scale) throws Exception {
    if (!dark && scale == 1)
      window.picture(Path.of(System.getProperty("sem.root"))
          .resolve(System.getProperty("sem.pictures", "app/target/pictures")).resolve(name + ".png"));
  }

  private static void picture(Window window, String name, boolean dark, double scale) throws Exception {
    window.picture(String.format(Locale.ROOT, "operate/%s-%s-%.0f", name, dark ? "dark" : "light", scale * 100));
    assertEquals(List.of(),
        Toolkit.onScreenThread(() -> AccessibilityIT.nameless(window.stage.getScene().getRoot())), name);
  }
}
