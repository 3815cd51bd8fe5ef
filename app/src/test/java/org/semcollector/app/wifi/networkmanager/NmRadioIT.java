package org.semcollector.app.wifi.networkmanager;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.freedesktop.dbus.types.UInt32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.networkmanager.MockedNetworkManager.Radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a radio hears, and what this computer lets the program do with it.
class NmRadioIT {
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String METER = "SEM-24:6f:28:00:00:01";
  private static final String MAC = "24:6f:28:00:00:01";

  @TempDir
  private static Path folder;
  private static MockedNetworkManager nm;
  private String device = "";
  private NmWifiAdapter adapter;

  @BeforeAll
  static void start() throws Exception {
    TestBus.requireTools();
    nm = MockedNetworkManager.start(folder);
  }

  @AfterAll
  static void stop() {
    if (nm != null)
      nm.close();
  }

  @BeforeEach
  void clear() {
    nm.clear();
    device = nm.addRadio("wlan0");
    adapter = nm.adapter();
  }

  private AccessPoint heard(Radio radio) throws WifiException {
    nm.script("PlayScan", "s", "hang");
    nm.add(device, radio);
    List<AccessPoint> heard = adapter.scan(SHORT, Progress.NONE);
    assertEquals(1, heard.size(), heard.toString());
    return heard.getFirst();
  }

  @Test
  void everythingNetworkManagerTellsIsTold() throws Exception {
    AccessPoint meter = heard(Radio.of(METER, "24:6F:28:00:00:01", 75).heardAgo(100));
    assertEquals(Optional.of(MAC), meter.bssid());
    assertEquals(-55, meter.signalDbm());
    assertEquals(OptionalInt.of(2437), meter.frequencyMhz());
    assertEquals(AccessPoint.Security.WPA_PERSONAL, meter.security());
    Duration age = meter.age().orElseThrow();
    assertTrue(age.toSeconds() >= 99 && age.toMinutes() < 10, age.toString());
  }

  @Test
  void whatWasNeverHeardHasNoAge() throws Exception {
    assertEquals(Optional.empty(), heard(Radio.of(METER, MAC, 50).heardAgo(-1)).age());
  }

  @Test
  void namesThatAreNotQuiteAMetersAreNone() throws Exception {
    for (String name : List.of("SEM-24:6F:28:00:00:01", " SEM-24:6f:28:00:00:01", "SEM-24:6f:28:00:00", "SEM-x", "Ünï"))
      nm.add(device, Radio.of(name, MAC, 90));
    assertEquals(List.of(), adapter.scan(LIMIT, Progress.NONE));
  }

  @Test
  void aScanHearsWhatCameIntoRange() throws Exception {
    nm.addLater(device, Radio.of(METER, MAC, 50));
    assertEquals(List.of(METER),
        adapter.scan(LIMIT, Progress.NONE).stream().map(heard -> heard.ssid().value()).toList());
  }

  @Test
  void aRefusedScanIsNotWaitedForWhenTheListIsFresh() throws Exception {
    nm.addLater(device, Radio.of(METER, MAC, 50));
    assertEquals(1, adapter.scan(LIMIT, Progress.NONE).size());
    nm.script("PlayScan", "s", "refused");
    assertEquals(1, adapter.scan(LIMIT, Progress.NONE).size());
  }

  @Test
  void afterARefusedScanAnOldListIsBetterThanNone() throws Exception {
    nm.script("PlayScan", "s", "refused");
    nm.add(device, Radio.of(METER, MAC, 50));
    assertEquals(1, adapter.scan(SHORT, Progress.NONE).size());
  }

  @Test
  void theSwitchOfTheComputerIsToldFromThatOfTheSystem() {
    nm.script("SwitchRadio", "bb", false, true);
    assertEquals(new WifiFailure.RadioOff(false), scanFailure());
    nm.script("SwitchRadio", "bb", true, false);
    assertEquals(new WifiFailure.RadioOff(true), scanFailure());
    assertEquals(WifiAbility.none(new WifiFailure.RadioOff(true)), adapter.ability());
  }

  @Test
  void aRadioThatIsNotReadyIsSaid() {
    nm.clear();
    nm.script("AddRadio", "su", "wlan0", new UInt32(20));
    assertEquals(new WifiFailure.Other("the adapter wlan0 is not ready"), scanFailure());
  }

  @Test
  void aRadioThatNetworkManagerDoesNotManageIsNone() {
    nm.clear();
    nm.script("AddRadio", "su", "wlan0", new UInt32(10));
    assertEquals(new WifiFailure.NoAdapter(), scanFailure());
  }

  @Test
  void whoMayDoEverythingIsTold() {
    assertEquals(WifiAbility.ALL, adapter.ability());
  }

  @Test
  void whoMayNotIsToldWhatToDo() {
    nm.script("Permit", "ss", "wifi.scan", "auth");
    var denied = assertInstanceOf(WifiFailure.PermissionDenied.class, scanFailure());
    assertEquals(WifiFailure.Right.NETWORK_CONTROL, denied.what());
    assertTrue(denied.remedy().contains("own screen") && denied.remedy().contains("s.user == \"tester\""),
        denied.remedy());
    assertEquals(new WifiAbility(false, true, true, true, Optional.of(denied)), adapter.ability());
  }

  @Test
  void whatAPolicyForbidsOnlyItsMakerCanAllow() {
    nm.script("Permit", "ss", "wifi.scan", "no");
    var denied = assertInstanceOf(WifiFailure.PermissionDenied.class, scanFailure());
    assertEquals(WifiFailure.Right.POLICY, denied.what());
  }

  private WifiFailure scanFailure() {
    return assertThrows(WifiException.class, () -> adapter.scan(LIMIT, Progress.NONE)).failure();
  }
}
