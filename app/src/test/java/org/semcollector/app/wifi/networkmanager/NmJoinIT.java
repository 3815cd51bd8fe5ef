package org.semcollector.app.wifi.networkmanager;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiAdapter.Connection;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.networkmanager.MockedNetworkManager.Radio;
import org.semcollector.protocol.meter.Ssid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is NetworkManager's own about joining: the profile, the fixed address, the secret agent, the radios.
class NmJoinIT {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:00:00:01");
  private static final Ssid OTHER = new Ssid("SEM-24:6f:28:00:00:02");
  private static final Secret PASSWORD = new Secret("right-horse-battery");
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final int WPA3 = 0x488;

  @TempDir
  private static Path folder;
  private static MockedNetworkManager nm;
  private String device = "";
  private String home = "";
  private String radio = "";
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
  void inHome() {
    nm.clear();
    device = nm.addRadio("wlan0");
    home = nm.joinNetwork(device, "Home", nm.add(device, Radio.of("Home", "00:11:22:33:44:55", 71)));
    radio = nm.add(device, meter());
    adapter = nm.adapter();
  }

  @AfterEach
  void nothingIsLeft() {
    adapter.close();
    nm.await(List.of(), "Agents");
    assertFalse(nm.texts("Profiles").contains(METER.value()), nm.texts("Profiles").toString());
  }

  private static Radio meter() {
    return Radio.of(METER.value(), METER.mac(), 82);
  }

  private Connection join() throws WifiException {
    return join(Optional.of(PASSWORD));
  }

  private Connection join(Optional<Secret> password) throws WifiException {
    return adapter.join(new JoinRequest(AccessPoint.named(METER), password, LIMIT), Progress.NONE);
  }

  private WifiFailure failure() {
    return assertThrows(WifiException.class, this::join).failure();
  }

  private static List<JsonNode> sent() {
    return nm.texts("Sent").stream().map(JsonMapper.shared()::readTree).toList();
  }

  @Test
  void theProfileIsPrivatePinnedAndForgotten() throws Exception {
    join().close();
    assertEquals(1, sent().size());
    JsonNode sent = sent().getFirst();
    JsonNode settings = sent.at("/settings");
    assertFalse(settings.at("/connection/uuid").asString().isEmpty());
    assertEquals(JsonMapper.shared().readTree("""
        {"connection": {"id": "SEM Collector: SEM-24:6f:28:00:00:01", "uuid": "%s", "type": "802-11-wireless",
           "autoconnect": 0, "permissions": ["user:tester:"]},
         "802-11-wireless": {"ssid": [83,69,77,45,50,52,58,54,102,58,50,56,58,48,48,58,48,48,58,48,49],
           "mode": "infrastructure", "bssid": [36, 111, 40, 0, 0, 1]},
         "802-11-wireless-security": {"key-mgmt": "wpa-psk", "psk": "right-horse-battery"},
         "ipv4": {"method": "auto", "dhcp-timeout": 15, "may-fail": 0, "never-default": 1, "ignore-auto-dns": 1,
           "route-data": [{"dest": "10.0.0.1", "prefix": 32}]},
         "ipv6": {"method": "disabled"}}""".formatted(settings.at("/connection/uuid").asString())), settings);
    assertEquals(JsonMapper.shared().readTree("{\"persist\": \"volatile\", \"bind-activation\": \"dbus-client\"}"),
        sent.at("/options"));
  }

  @Test
  void whereNoAddressIsGivenAFixedOneIsSet() throws Exception {
    nm.play(METER, "nodhcp");
    try (Connection joined = join()) {
      assertEquals(METER.value(), joined.network().name());
    }
    assertEquals(List.of("auto", "manual"),
        sent().stream().map(profile -> profile.at("/settings/ipv4/method").asString()).toList());
    assertEquals(JsonMapper.shared().readTree("[{\"address\": \"10.0.0.2\", \"prefix\": 24}]"),
        sent().getLast().at("/settings/ipv4/address-data"));
    nm.await(List.of("wlan0=Home"), "InUse");
  }

  @Test
  void aWrongPasswordIsAnsweredHereAndNoDialogIsShown() {
    nm.play(METER, "wrong");
    assertEquals(new WifiFailure.WrongPassword(METER, false), failure());
    String canceled = "org.freedesktop.NetworkManager.SecretAgent.UserCanceled";
    assertEquals(List.of(canceled, canceled), nm.texts("Answers"));
  }

  @Test
  void aHandshakeThatGotLostOnceIsNoWrongPassword() throws Exception {
    nm.script("PlayOnce", "ss", METER.value(), "wrong");
    try (Connection joined = join()) {
      assertEquals(METER.value(), joined.network().name());
    }
  }

  @Test
  void whoAsksForAnotherNetworksPasswordIsSentOn() throws Exception {
    try (Connection _ = join()) {
      nm.script("AskFor", "s", home);
      nm.await(List.of("org.freedesktop.NetworkManager.SecretAgent.NoSecrets"), "Answers");
    }
  }

  @Test
  void anotherRadioThanThePinnedOneIsLeftAtOnce() {
    nm.script("Roam", "ss", radio, nm.add(device, Radio.of("Elsewhere", "de:ad:be:ef:00:01", 50)));
    assertEquals(new WifiFailure.Impostor(METER, "de:ad:be:ef:00:01"), failure());
    nm.await(List.of("wlan0=Home"), "InUse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "a password of more than sixty-three characters is none that WPA2 knows",
      "größer als"})
  void aPasswordThatCannotBeOneIsNotSent(String password) {
    assertEquals(new WifiFailure.WrongPassword(METER, false),
        assertThrows(WifiException.class, () -> join(Optional.of(new Secret(password)))).failure());
    assertEquals(List.of(), sent());
  }

  @Test
  void anOpenMeterNeedsNoPassword() throws Exception {
    inAir(meter().withRsn(0));
    join(Optional.empty()).close();
    assertTrue(sent().getFirst().at("/settings/802-11-wireless-security").isMissingNode());
  }

  @Test
  void aMeterWithWpa3IsJoinedByIt() throws Exception {
    inAir(meter().withRsn(WPA3));
    join().close();
    assertEquals("sae", sent().getFirst().at("/settings/802-11-wireless-security/key-mgmt").asString());
  }

  /// The only meter in the air, in place of the usual one.
  private void inAir(Radio radio) {
    nm.clear();
    device = nm.addRadio("wlan0");
    nm.add(device, radio);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      notfound,   NotFound
      removed,    NoAdapter
      supplicant, Other
      left,       Other
      off,        RadioOff
      """)
  void whatHappensWhileJoiningIsToldApart(String outcome, String expected) {
    nm.play(METER, outcome);
    assertEquals(expected, failure().getClass().getSimpleName());
    nm.await(List.of("wlan0=Home"), "InUse");
  }

  @Test
  void aSignalThatGotLostIsMadeUpFor() throws Exception {
    nm.play(METER, "mute");
    try (Connection joined = join()) {
      assertEquals(METER.value(), joined.network().name());
    }
  }

  @Test
  void aMeterThatWasNotHeardForLongIsListenedForFirst() throws Exception {
    inAir(meter().heardAgo(60));
    join().close();
    assertEquals(1, sent().size());
    inAir(Radio.of("Home", "00:11:22:33:44:55", 71));
    nm.addLater(device, meter());
    join().close();
    assertEquals(1, sent().size());
  }

  @Test
  void aSecondRadioThatIsFreeLeavesTheFirstInItsNetwork() throws Exception {
    String second = nm.addRadio("wlan1");
    nm.add(second, meter());
    try (Connection joined = join()) {
      assertEquals("wlan1", joined.network().interfaceName());
      assertEquals(List.of("wlan0=Home", "wlan1=" + METER), nm.texts("InUse"));
      assertEquals(Optional.of(METER), adapter.current().flatMap(JoinedNetwork::meter));
      assertEquals(new Restored(Optional.empty()), joined.restore(LIMIT));
    }
    assertEquals(List.of("wlan0=Home"), nm.texts("InUse"));
  }

  @Test
  void anUnreadyRadioIsNotUsedWhenThereIsAnother() throws Exception {
    nm.script("AddRadio", "su", "wlan1", new org.freedesktop.dbus.types.UInt32(20));
    try (Connection joined = join()) {
      assertEquals("wlan0", joined.network().interfaceName());
    }
  }

  @Test
  void aFormerNetworkThatWasForgottenMeanwhileIsToldAndTheMeterIsLeft() throws Exception {
    Connection joined = join();
    nm.script("ForgetProfile", "s", home);
    assertEquals(new WifiFailure.RestoreFailed(Optional.of("Home")),
        assertThrows(WifiException.class, () -> joined.restore(LIMIT)).failure());
    nm.await(List.of(), "InUse");
  }

  @Test
  void aFormerNetworkThatFailsOnceIsAskedForAgain() throws Exception {
    Connection joined = join();
    nm.script("PlayOnce", "ss", "Home", "supplicant");
    assertEquals(new Restored(Optional.of("Home")), joined.restore(LIMIT));
    assertEquals(List.of("wlan0=Home"), nm.texts("InUse"));
  }

  @Test
  void aFormerNetworkThatWasOnlyForOnceIsNotComeBackTo() throws Exception {
    inAir(meter());
    String once = nm.add(device, Radio.of("Once", "00:11:22:33:44:77", 60));
    nm.script("AddNetwork", "sssb", device, "Once", once, true);
    assertEquals(new Restored(Optional.empty()), join().restore(LIMIT));
    assertEquals(List.of(), nm.texts("Profiles"));
  }

  @Test
  void twoMetersAreJoinedOneAfterTheOther() throws Exception {
    nm.add(device, Radio.of(OTHER.value(), OTHER.mac(), 60));
    Connection first = join();
    var waits = new CountDownLatch(1);
    var second = CompletableFuture.supplyAsync(() -> {
      try {
        return adapter.join(new JoinRequest(AccessPoint.named(OTHER), Optional.of(PASSWORD), LIMIT),
            asked(waits::countDown));
      } catch (WifiException e) {
        throw new IllegalStateException(e);
      }
    }, task -> Thread.ofVirtual().start(task));
    assertTrue(waits.await(1, TimeUnit.MINUTES));
    assertEquals(List.of("wlan0=" + METER), nm.texts("InUse"));
    first.close();
    try (Connection joined = second.get(2, TimeUnit.MINUTES)) {
      assertEquals(OTHER.value(), joined.network().name());
      assertEquals(List.of("wlan0=" + OTHER), nm.texts("InUse"));
    }
    assertEquals(List.of("wlan0=Home"), nm.texts("InUse"));
  }

  /// Never cancelled, but tells that somebody waits.
  private static Progress asked(Runnable waits) {
    return new Progress() {
      @Override
      public void at(long done, long total) {}

      @Override
      public boolean cancelled() {
        waits.run();
        return false;
      }
    };
  }

  @Test
  void whoWaitsForTheRadioMayGiveUp() throws Exception {
    try (Connection _ = join()) {
      var request = new JoinRequest(AccessPoint.named(METER), Optional.of(PASSWORD), Duration.ofMillis(100));
      assertEquals(WifiFailure.TimedOut.class,
          assertThrows(WifiException.class, () -> adapter.join(request, Progress.NONE)).failure().getClass());
      assertEquals(List.of("wlan0=" + METER), nm.texts("InUse"));
    }
  }
}
