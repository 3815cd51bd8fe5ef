package org.semcollector.app.wifi.windows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.FormerNetworkNote;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiAdapter.Connection;
import org.semcollector.app.wifi.WifiAdapterContract;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.files.FormerNetworkFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The whole sequence of calls against a library with Windows's structures that calls back from threads of its own.
class WindowsWifiTest extends WifiAdapterContract {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final WlanLimits LIMITS = new WlanLimits(Duration.ofMillis(4500), Duration.ofMillis(300),
      Duration.ofSeconds(30), Duration.ofSeconds(30));
  private static final int AT_HOME = 0;
  private static final int AT_NEAR = 1;

  @TempDir
  Path folder;

  @Override
  protected Stage open(Air air) {
    StandIn library = StandIn.reset();
    switch (air) {
      case TWO_METERS -> {
      }
      case NO_METER -> library.with("noMeters", 1);
      case NO_FORMER_NETWORK -> library.with("startAway", 0);
      case OTHER_PASSWORD -> library.with("otherPassword", 1);
      case NO_ADDRESS -> library.with("noAddress", 1);
      case JOIN_HANGS -> library.with("joinHangs", 1);
      case SCAN_HANGS -> library.with("scanHangs", 1);
      case IMPOSTOR_HEARD -> library.with("impostorHeard", 1);
      case IMPOSTOR_JOINED -> library.with("impostorJoined", 1);
      case HOME_GONE -> library.with("homeGone", 1);
      case NO_ADAPTER -> library.with("noAdapter", 1);
      case RADIO_OFF -> library.with("radioOff", 1);
      case FORBIDDEN -> library.with("denyLocation", 1);
      case NO_SERVICE -> library.with("noService", 1);
    }
    return new LibraryStage(library, wifi(library), note());
  }

  private FormerNetworkNote note() {
    return new FormerNetworkFile(folder.resolve("former-network"), ProcessHandle.current());
  }

  private WindowsWifi wifi(StandIn library) {
    return new WindowsWifi(library, note(), Clock.systemUTC(), LIMITS);
  }

  private record LibraryStage(StandIn library, WindowsWifi adapter, FormerNetworkNote note) implements Stage {
    @Override
    public int passwordsSent() {
      return library.seen("passwords");
    }

    @Override
    public List<String> leftBehind() {
      var left = new ArrayList<String>();
      if (library.seen("at") > AT_HOME)
        left.add("still at a meter");
      if (note.abandoned().isPresent())
        left.add("a note of the former network");
      adapter.close();
      for (String what : List.of("handles", "memory", "listens")) {
        if (library.seen(what) != 0)
          left.add(library.seen(what) + " " + what);
      }
      return left;
    }

    @Override
    public void close() {
      // the library stays
    }
  }

  private void noteOfADeadRun(String network) throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    new FormerNetworkFile(folder.resolve("former-network"), dead.toHandle()).write(
        new FormerNetworkNote.Former("{25D4477A-5D59-4C93-8D91-2B0E1B5F6C4B}", Optional.of(network)));
  }

  private static JoinRequest named() {
    return new JoinRequest(AccessPoint.named(NEAR), Optional.of(PASSWORD), LIMIT);
  }

  @Test
  void whatTheBeaconSaysIsTold() throws Exception {
    try (WindowsWifi wifi = wifi(StandIn.reset())) {
      AccessPoint meter = wifi.scan(LIMIT, Progress.NONE).getFirst();
      assertEquals(-50, meter.signalDbm());
      assertEquals(2437, meter.frequencyMhz().orElseThrow());
      assertEquals(3_600_000_000L, meter.beaconUptimeMicros().orElseThrow());
      Duration age = meter.age().orElseThrow();
      assertTrue(age.toMillis() >= 1900 && age.toSeconds() < 60, age.toString());
    }
  }

  @Test
  void withoutTheConsentToLocationAMeterIsJoinedByItsNameAndCheckedByItsAddress() throws Exception {
    StandIn library = StandIn.reset().with("denyLocation", 1);
    try (WindowsWifi wifi = wifi(library)) {
      var denied = assertInstanceOf(WifiFailure.PermissionDenied.class,
          assertThrows(WifiException.class, () -> wifi.scan(LIMIT, Progress.NONE)).failure());
      assertEquals(WifiFailure.Right.LOCATION, denied.what());
      assertEquals(Optional.of(WlanFailures.LOCATION_SETTINGS), denied.settings());
      assertFalse(wifi.ability().scans());
      assertTrue(wifi.ability().joins());
      assertEquals(Optional.of(denied), wifi.ability().lacks());
      assertThrows(WifiException.class, wifi::current);
      Connection joined = new MeterJoin(wifi, _ -> Optional.of(PASSWORD)).join(AccessPoint.named(NEAR), Progress.NONE);
      assertEquals(new JoinedNetwork(NEAR.value(), Optional.empty(), "Stand-in Wi-Fi 6 AX201"), joined.network());
      assertEquals(Optional.of(NEAR.mac()), joined.neighbour());
      assertEquals("10.0.0.2", joined.localAddress().orElseThrow().getHostAddress());
      assertEquals(Optional.of(NEAR), wifi.current().flatMap(JoinedNetwork::meter));
      // Windows chooses; its notification names the profile
      assertEquals(new Restored(Optional.of(HOME)), joined.restore(LIMIT));
      assertEquals(AT_HOME, library.seen("at"));
    }
  }

  @Test
  void whereAnotherDeviceAnswersForTheMeterItIsLeft() throws Exception {
    StandIn library = StandIn.reset().with("denyLocation", 1).with("impostorAnswers", 1);
    try (WindowsWifi wifi = wifi(library)) {
      WifiException thrown = assertThrows(WifiException.class,
          () -> new MeterJoin(wifi, _ -> Optional.of(PASSWORD)).join(AccessPoint.named(NEAR), Progress.NONE));
      assertEquals(new WifiFailure.OtherMeter(NEAR, OTHER_RADIO), thrown.failure());
      assertEquals(AT_HOME, library.seen("at"));
    }
  }

  @Test
  void whatWasJoinedWhileListeningIsTheFormerNetworkAlsoWithoutConsent() throws Exception {
    StandIn library = StandIn.reset();
    try (WindowsWifi wifi = wifi(library)) {
      wifi.join(named(), Progress.NONE).close();
      library.with("denyLocation", 1);
      Connection joined = wifi.join(named(), Progress.NONE);
      assertEquals(new Restored(Optional.of(HOME)), joined.restore(LIMIT));
      assertEquals(4, library.seen("connects"), "Home is asked for by its name");
    }
  }

  @Test
  void theNextStartAfterACrashGoesBack() throws Exception {
    StandIn library = StandIn.reset().with("startAway", AT_NEAR + 1);
    noteOfADeadRun(HOME);
    try (WindowsWifi wifi = wifi(library)) {
      assertEquals(HOME, wifi.current().orElseThrow().name());
      assertEquals(Optional.empty(), note().abandoned());
    }
  }

  @Test
  void aNetworkTheUserChoseSinceTheCrashIsKept() throws Exception {
    StandIn library = StandIn.reset();
    noteOfADeadRun("Office");
    try (WindowsWifi wifi = wifi(library)) {
      assertEquals(HOME, wifi.current().orElseThrow().name());
      assertEquals(0, library.seen("connects"));
    }
  }

  @Test
  void aServiceThatWasRestartedIsOpenedAgain() throws Exception {
    StandIn library = StandIn.reset();
    try (WindowsWifi wifi = wifi(library)) {
      wifi.current();
      library.with("staleHandles", 1);
      assertEquals(2, wifi.scan(LIMIT, Progress.NONE).size());
      assertEquals(1, library.seen("handles"));
    }
  }

  @Test
  void whatWindowsTriesAgainByItselfIsNoFailure() throws Exception {
    StandIn library = StandIn.reset().with("retries", 1);
    try (WindowsWifi wifi = wifi(library); Connection joined = wifi.join(named(), Progress.NONE)) {
      assertEquals(NEAR.value(), joined.network().name());
    }
  }

  @Test
  void aScanOfSomebodyElseDoesAsWell() throws Exception {
    try (WindowsWifi wifi = wifi(StandIn.reset().with("scanError", WlanException.BUSY))) {
      assertEquals(2, wifi.scan(Duration.ofMillis(200), Progress.NONE).size());
    }
  }

  @Test
  void withoutConsentAMeterThatWasLostIsNotToldAsJoined() throws Exception {
    StandIn library = StandIn.reset().with("denyLocation", 1);
    try (WindowsWifi wifi = wifi(library)) {
      wifi.join(named(), Progress.NONE);
      library.with("startAway", AT_HOME + 1);
      assertThrows(WifiException.class, wifi::current);
    }
  }

  @Test
  void aComputerThatWentHomeByItselfIsLeftThere() throws Exception {
    StandIn library = StandIn.reset();
    try (WindowsWifi wifi = wifi(library)) {
      Connection joined = wifi.join(named(), Progress.NONE);
      library.with("startAway", AT_HOME + 1);
      assertEquals(new Restored(Optional.of(HOME)), joined.restore(LIMIT));
      assertEquals(1, library.seen("connects"));
    }
  }

  @Test
  void noOtherRadioThanTheChosenOneIsJoined() throws Exception {
    try (WindowsWifi wifi = wifi(StandIn.reset().with("impostorHeard", 1))) {
      var request = new JoinRequest(AccessPoint.heard(NEAR, NEAR.mac(), -50), Optional.of(PASSWORD), LIMIT);
      assertEquals(new WifiFailure.NotFound(NEAR),
          assertThrows(WifiException.class, () -> wifi.join(request, Progress.NONE)).failure());
    }
  }

  @Test
  void aPolicyAgainstJoiningIsTold() throws Exception {
    StandIn library = StandIn.reset().with("connectError", WlanException.ACCESS_DENIED);
    try (WindowsWifi wifi = wifi(library)) {
      var failure = assertThrows(WifiException.class, () -> wifi.join(named(), Progress.NONE)).failure();
      assertEquals(WifiFailure.Right.POLICY, assertInstanceOf(WifiFailure.PermissionDenied.class, failure).what());
      assertEquals(AT_HOME, library.seen("at"));
      assertEquals(Optional.empty(), note().abandoned());
    }
  }

  @Test
  void anImpossiblePasswordIsNotTried() throws Exception {
    StandIn library = StandIn.reset();
    try (WindowsWifi wifi = wifi(library)) {
      for (String impossible : List.of("1234567", "ümlaut-password", "x".repeat(64))) {
        var request = new JoinRequest(AccessPoint.named(NEAR), Optional.of(new Secret(impossible)), LIMIT);
        assertEquals(new WifiFailure.WrongPassword(NEAR, false),
            assertThrows(WifiException.class, () -> wifi.join(request, Progress.NONE)).failure());
      }
      assertEquals(0, library.seen("connects"));
    }
  }

  @Test
  void theRadioIsOffByASwitch() throws Exception {
    try (WindowsWifi wifi = wifi(StandIn.reset().with("radioOff", 2))) {
      assertEquals(Optional.of(new WifiFailure.RadioOff(true)), wifi.ability().lacks());
    }
  }

  @Test
  void anotherMeterIsJoinedFromAMeterAndHomeIsNotForgotten() throws Exception {
    StandIn library = StandIn.reset();
    try (WifiAdapter wifi = wifi(library)) {
      Connection first = wifi.join(named(), Progress.NONE);
      Connection second = wifi.join(new JoinRequest(AccessPoint.named(FAR), Optional.of(PASSWORD), LIMIT),
          Progress.NONE);
      assertEquals(new Restored(Optional.of(HOME)), first.restore(LIMIT));
      assertEquals(Optional.of(FAR), wifi.current().flatMap(JoinedNetwork::meter));
      assertEquals(new Restored(Optional.of(HOME)), second.restore(LIMIT));
    }
  }
}
