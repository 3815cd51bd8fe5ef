package org.semcollector.app.wifi.macos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.AccessPoint.Security;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What macOS's programs print. It ends with 0 in every one of these cases.
class MacTextsTest {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:00:00:01");
  private static final JoinRequest REQUEST = new JoinRequest(AccessPoint.named(METER),
      Optional.of(new Secret("right-horse")), Duration.ofSeconds(40));

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Could not find network SEM-24:6f:28:00:00:01.                                                | NotFound
      Failed to join network SEM-24:6f:28:00:00:01.                                                | WrongPassword
      Failed to join network SEM. Error: -3900 The operation couldn't be completed.                | WrongPassword
      Failed to join network SEM. Error: -3925 The operation couldn't be completed.                | WrongPassword
      Failed to join network SEM. Error: -3905 The operation couldn't be completed. (tmpErr)       | TimedOut
      Failed to join network SEM. Error: -3930 Operation not permitted.                            | PermissionDenied
      Failed to join network SEM. Error: -3902 Unknown error.                                      | Other
      Error: -3900                                                                                 | WrongPassword
      Wi-Fi power is currently off.                                                                | RadioOff
      en7 is not a Wi-Fi interface.                                                                | Other
      """)
  void aJoinFailsByItsText(String said, String kind) {
    assertEquals(Optional.of(kind),
        NetworkSetup.failure(said + "\n", REQUEST).map(failure -> failure.getClass().getSimpleName()));
  }

  @Test
  void silenceIsSuccess() {
    assertEquals(Optional.empty(), NetworkSetup.failure("", REQUEST));
    assertEquals(Optional.empty(), NetworkSetup.failure("\n", REQUEST));
  }

  @Test
  void withoutAPasswordARefusalAsksForOne() {
    var open = new JoinRequest(AccessPoint.named(METER), Optional.empty(), Duration.ofSeconds(40));
    assertEquals(Optional.of(new WifiFailure.WrongPassword(METER, true)),
        NetworkSetup.failure("Failed to join network.\nError: -3900\n", open));
  }

  @Test
  void theRadiosDeviceAndItsStateAreRead() {
    assertEquals(Optional.of("en1"), NetworkSetup.device("""

        Hardware Port: Ethernet
        Device: en0
        Ethernet Address: 00:11:22:33:44:55

        Hardware Port: Wi-Fi
        Device: en1
        Ethernet Address: 00:11:22:33:44:56

        VLAN Configurations
        ===================
        """));
    assertEquals(Optional.empty(), NetworkSetup.device("Hardware Port: Ethernet\nDevice: en0\n"));
    assertTrue(NetworkSetup.isOff("Wi-Fi Power (en0): Off\n"));
    assertFalse(NetworkSetup.isOff("Wi-Fi Power (en0): On\n"));
    assertEquals(Optional.of("Caf\u00e9 : 2"), NetworkSetup.network("Current Wi-Fi Network: Caf\u00e9 : 2\n"));
    assertEquals(Optional.empty(), NetworkSetup.network("You are not associated with an AirPort network.\n"));
  }

  @Test
  void aReportWithNamesNamesMeters() throws IOException {
    var report = new ProfilerReport(resource("profiler-named.json"));
    assertFalse(report.isRedacted());
    assertEquals(Optional.of("Home"), report.current("en0"));
    assertEquals(Optional.empty(), report.current("awdl0"));
    List<AccessPoint> meters = report.meters();
    assertEquals(List.of(METER, new Ssid("SEM-24:6f:28:00:00:02")), meters.stream().map(AccessPoint::ssid).toList());
    assertEquals(List.of(-61, -100), meters.stream().map(AccessPoint::signalDbm).toList());
    assertEquals(Security.WPA_PERSONAL, meters.getFirst().security());
    assertEquals(Optional.empty(), meters.getFirst().bssid());
  }

  @Test
  void aReportWithoutNamesSaysSo() throws IOException {
    var report = new ProfilerReport(resource("profiler-redacted.json"));
    assertTrue(report.isRedacted());
    assertEquals(Optional.empty(), report.current("en0"));
    assertEquals(List.of(), report.meters());
    assertEquals(List.of(), new ProfilerReport("no JSON").meters());
    assertFalse(new ProfilerReport("{}").isRedacted());
  }

  @Test
  void answersOfTheHelperAreReadWhateverIsMissing() {
    var networks = JsonMapper.builder().build().readTree("""
        [{"ssid":"SEM-24:6f:28:00:00:01","bssid":"24:6f:28:0:0:1","rssi":-61,"frequency":2412,"security":"wpa3"},
         {"ssid":"SEM-24:6f:28:00:00:02"}, {"ssid":"SEM-24:6F:28:00:00:03","rssi":-30}, {"ssid":null}, {}, 7,
         {"ssid":"SEM-24:6f:28:00:00:04","bssid":"redacted","rssi":0,"security":"open"}]""");
    List<AccessPoint> meters = HelperAnswers.meters(networks);
    assertEquals(List.of("SEM-24:6f:28:00:00:04", "SEM-24:6f:28:00:00:01", "SEM-24:6f:28:00:00:02"),
        meters.stream().map(meter -> meter.ssid().value()).toList());
    assertEquals(List.of(-1, -61, -100), meters.stream().map(AccessPoint::signalDbm).toList());
    assertEquals(List.of(Security.OPEN, Security.WPA3_PERSONAL, Security.UNKNOWN),
        meters.stream().map(AccessPoint::security).toList());
    assertEquals(Optional.of(METER.mac()), meters.get(1).bssid());
    assertEquals(Optional.empty(), meters.getFirst().bssid());
    assertEquals(2412, meters.get(1).frequencyMhz().orElseThrow());
  }

  private static String resource(String name) throws IOException {
    try (var in = Objects.requireNonNull(MacTextsTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
