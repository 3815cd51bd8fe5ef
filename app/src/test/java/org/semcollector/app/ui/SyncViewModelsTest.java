package org.semcollector.app.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.settings.ServerSettings.SignIn;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.sync.SyncOptions;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.sync.server.TestStep;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.settings.SettingsViewModel;
import org.semcollector.app.ui.sync.DevicesViewModel;
import org.semcollector.app.ui.sync.PrepareViewModel;
import org.semcollector.app.ui.sync.PrepareViewModel.Candidate;
import org.semcollector.app.ui.sync.ServerViewModel;
import org.semcollector.app.ui.sync.SyncViewModel;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The Sync screen's view models, without a toolkit.
class SyncViewModelsTest {
  private final DirectTasks tasks = new DirectTasks();
  private final Messages messages = new Messages(Locale.UK);
  private Instant now = FakeSite.NOW;
  private Settings stored = Settings.DEFAULTS;
  private final SettingsStore store = new SettingsStore() {
    @Override
    public Settings load() {
      return stored;
    }

    @Override
    public void save(Settings changed) {
      stored = changed;
    }
  };
  private final UiServices site = new FakeSite(3, Settings.DEFAULTS).services();
  private final FakeSync fake = new FakeSync(site.meters(), store, FakeSite.clock(), 3);
  private final SettingsViewModel settings = new SettingsViewModel(store, tasks, messages);
  private final SyncServices services = fake.services();
  private final ServerViewModel server = new ServerViewModel(services.server(), tasks, settings, messages);
  private final SyncViewModel sync = new SyncViewModel(services, server, tasks, clock(), messages,
      new Formats(messages, ZoneOffset.UTC));

  private final PrepareViewModel prepare = new PrepareViewModel(services.preparation(), tasks, messages);

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  private void fill() {
    server.addressProperty().set("https://tb.example.org");
    server.userProperty().set("me");
    server.secretProperty().set("secret");
  }

  @Test
  void syncNeedsAnAddressAndAUserAndRemembersAllButTheSecretInTheSettings() {
    assertFalse(sync.readyBinding().get());
    fill();
    assertTrue(sync.readyBinding().get());
    fake.outcome = Optional.of(new SyncReport(5, 0, 0, 0, List.of()));
    sync.sync();
    assertEquals(Optional.of("secret"), fake.targets.getFirst().password());
    assertEquals(5, sync.reportProperty().get().orElseThrow().proven());
    assertEquals(Optional.of("me"), stored.server().user());
    assertFalse(stored.toString().contains("secret"));
    assertEquals("", server.secretProperty().get(), "kept, so it need not stand in the window");
    assertTrue(server.keptProperty().get().contains("keyring"));
    sync.sync();
    assertEquals(Optional.of("secret"), fake.targets.getLast().password());
  }

  @Test
  void aSecretIsNotKeptWhenThatIsNotWantedOrTheRunFailed() {
    fill();
    sync.sync();
    assertTrue(fake.secrets.kept.isEmpty(), "the report told of a problem");
    fake.outcome = Optional.of(new SyncReport(5, 0, 0, 0, List.of()));
    server.keepProperty().set(false);
    sync.sync();
    assertTrue(fake.secrets.kept.isEmpty());
  }

  @Test
  void aSyncThatFailsSaysThatNothingIsLost() {
    server.addressProperty().set("http://localhost:8080");
    server.signInProperty().set(SignIn.DEVICE_TOKENS);
    fake.outcome = Optional.empty();
    sync.sync();
    assertTrue(sync.problemProperty().get().contains("still on this laptop"), sync.problemProperty().get());
    assertTrue(sync.readyBinding().get());
    assertFalse(fake.targets.getLast().canProve());
  }

  @Test
  void aMissingSecretIsASentence() {
    fill();
    server.secretProperty().set("");
    sync.sync();
    assertTrue(sync.problemProperty().get().contains("is not kept on this computer"), sync.problemProperty().get());
    assertTrue(fake.targets.isEmpty());
  }

  @Test
  void theTestShowsItsStepsAndKeepsWhatTheServerAccepted() {
    fill();
    server.test();
    assertEquals(List.of(TestStep.Kind.values()), server.steps().stream().map(TestStep::kind).toList());
    assertEquals(1, fake.secrets.kept.size());
    assertEquals("", server.problemProperty().get());
  }

  @Test
  void aTestThatFailsKeepsNothing() {
    fill();
    fake.trouble = Optional.of(new Trouble.NotThingsBoard("a web page"));
    server.test();
    assertEquals(TestStep.Outcome.FAILED, server.steps().getLast().outcome());
    assertTrue(fake.secrets.kept.isEmpty());
    assertFalse(server.testingProperty().get());
  }

  @Test
  void aRunStartsByItselfWhenReadingsWaitAndTheServerAnswers() {
    keep();
    fake.due = false;
    sync.tick();
    assertTrue(fake.targets.isEmpty(), "nothing waits");
    fake.due = true;
    now = now.plusSeconds(61);
    sync.tick();
    assertEquals(1, fake.targets.size());
    sync.tick();
    assertEquals(1, fake.targets.size(), "after trouble it rests for some minutes");
  }

  private void keep() {
    fill();
    server.test();
    settings.load();
    fake.targets.clear();
  }

  @Test
  void noRunStartsByItselfWhenPausedManualMeteredOrBehindAPortal() {
    keep();
    sync.pause();
    sync.tick();
    sync.resume();
    server.automatic(false);
    sync.tick();
    assertTrue(sync.automaticProperty().get().contains("press Sync now"), sync.automaticProperty().get());
    server.automatic(true);
    fake.metered = true;
    sync.pause();
    sync.resume();
    sync.tick();
    assertTrue(sync.automaticProperty().get().contains("paid by volume"), sync.automaticProperty().get());
    fake.metered = false;
    fake.trouble = Optional.of(new Trouble.NotThingsBoard("a web page titled \"Hotel\""));
    sync.pause();
    sync.resume();
    sync.tick();
    assertTrue(sync.automaticProperty().get().contains("Hotel"), sync.automaticProperty().get());
    assertTrue(fake.targets.isEmpty());
  }

  @Test
  void runsThatGetNowhereRestLongerEachTimeUntilSomethingIsReached() {
    keep();
    fake.outcome = Optional.of(new SyncReport(0, 0, 0, 40, List.of("Flat 1: no device")));
    sync.tick();
    for (int minutes : List.of(10, 20, 40, 80, 120, 120)) {
      int before = fake.targets.size();
      now = now.plus(Duration.ofMinutes(minutes)).minusSeconds(1);
      sync.tick();
      assertEquals(before, fake.targets.size(), "before " + minutes);
      now = now.plusSeconds(1);
      sync.tick();
      assertEquals(before + 1, fake.targets.size(), "after " + minutes);
    }
  }

  @Test
  void refusedReadingsAreSentAgainAndEverythingIsCheckedWhenAskedFor() {
    fill();
    fake.outcome = Optional.of(new SyncReport(5, 0, 0, 0, List.of()));
    sync.syncRefused();
    sync.verify();
    sync.sync();
    assertEquals(List.of(new SyncOptions(false, true), new SyncOptions(true, false), SyncOptions.USUAL), fake.options);
  }

  @Test
  void aClockThatIsSetBackDoesNotMakeARestOfMonths() {
    keep();
    fake.outcome = Optional.of(new SyncReport(5, 0, 0, 0, List.of()));
    sync.tick();
    now = now.minus(Duration.ofDays(300));
    sync.tick();
    assertEquals(2, fake.targets.size());
  }

  @Test
  void aRefusedSignInIsNotTriedByItselfUntilATestOrASyncFindsItAccepted() {
    keep();
    fake.outcome = Optional.of(new SyncReport(0, 0, 0, 40, 0, 0, 0, true, false, List.of("not accepted")));
    sync.tick();
    assertEquals(1, fake.targets.size());
    assertTrue(sync.automaticProperty().get().contains("refused the sign-in"), sync.automaticProperty().get());
    now = now.plus(Duration.ofDays(2));
    sync.tick();
    assertEquals(1, fake.targets.size());
    fake.outcome = Optional.of(new SyncReport(5, 0, 0, 0, List.of()));
    server.test();
    sync.tick();
    assertEquals(2, fake.targets.size());
  }

  @Test
  void onMeteredNetworksItStartsWhenThatIsAllowed() {
    keep();
    fake.metered = true;
    server.onMetered(true);
    sync.tick();
    assertEquals(1, fake.targets.size());
  }

  @Test
  void queueAndHistoryAreRead() {
    sync.reload();
    assertEquals(3, sync.queue().size());
    assertEquals(2, sync.history().size());
  }

  @Test
  void devicesAreListedAndMetersWithoutOneNamed() throws Exception {
    fill();
    var devices = new DevicesViewModel(server, prepare, tasks, messages);
    devices.meters(site.meters().meters());
    assertTrue(devices.missing().isEmpty(), "nobody looked yet");
    devices.list();
    assertEquals(3, devices.devices().size());
    assertEquals(1, devices.missing().size());
    devices.create(devices.missing().getFirst());
    assertTrue(devices.missing().isEmpty());
    devices.installDashboard();
    assertTrue(devices.saidProperty().get().contains("is on the server now"), devices.saidProperty().get());
  }

  private DevicesViewModel listed() {
    fill();
    var devices = new DevicesViewModel(server, prepare, tasks, messages);
    devices.list();
    return devices;
  }

  @Test
  void aDeviceIsPreparedForAMeterOfTheListOrATypedOneAndShownAsSuch() {
    DevicesViewModel devices = listed();
    prepare.candidates(List.of(new Candidate(new Ssid("SEM-24:6f:28:ab:c0:00"), "Bakery", true)));
    prepare.open(devices.devices().getFirst());
    prepare.meterProperty().set("somewhere");
    prepare.prepare();
    assertTrue(prepare.problemProperty().get().contains("type its SSID"), prepare.problemProperty().get());
    assertFalse(prepare.mayInsistProperty().get());
    prepare.meterProperty().set("sem-24:6F:28:ab:c0:77");
    prepare.prepare();
    assertEquals(Optional.empty(), prepare.deviceProperty().get());
    assertTrue(prepare.saidProperty().get().contains("SEM-24:6f:28:ab:c0:77"), prepare.saidProperty().get());
    assertEquals(1, prepare.of(devices.devices().getFirst()).size());
    prepare.takeBack(prepare.prepared().getFirst());
    prepare.open(devices.devices().getFirst());
    prepare.meterProperty().set("bakery");
    prepare.prepare();
    assertEquals("SEM-24:6f:28:ab:c0:00", prepare.of(devices.devices().getFirst()).getFirst().ssid().value());
  }

  @Test
  void aTokenThatIsPreparedAlreadyNeedsASecondWordAndAnotherMeterAFreshOne() {
    DevicesViewModel devices = listed();
    prepare.open(devices.devices().getFirst());
    prepare.meterProperty().set("SEM-24:6f:28:ab:c0:77");
    prepare.prepare();
    prepare.open(devices.devices().getFirst());
    prepare.meterProperty().set("SEM-24:6f:28:ab:c0:78");
    prepare.prepare();
    assertTrue(prepare.mayInsistProperty().get());
    assertTrue(prepare.problemProperty().get().contains("is prepared for SEM-24:6f:28:ab:c0:77"));
    prepare.meterProperty().set("SEM-24:6f:28:ab:c0:79");
    assertFalse(prepare.mayInsistProperty().get(), "what was said was about another meter");
    prepare.prepare();
    prepare.insist();
    assertEquals(List.of("SEM-24:6f:28:ab:c0:79"),
        prepare.of(devices.devices().getFirst()).stream().map(setUp -> setUp.ssid().value()).toList());
  }

  @Test
  void theSearchFindsDevicesByNameProfileAndMeter() {
    DevicesViewModel devices = listed();
    devices.searchProperty().set(" WORK ");
    assertEquals(List.of("Workshop"), devices.found().stream().map(found -> found.device().name()).toList());
    devices.searchProperty().set("ab:c0:00");
    assertEquals(List.of("Bakery"), devices.found().stream().map(found -> found.device().name()).toList());
    devices.searchProperty().set("sem");
    assertEquals(3, devices.found().size());
  }
}
