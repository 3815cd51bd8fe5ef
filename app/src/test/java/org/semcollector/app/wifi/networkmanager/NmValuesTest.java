package org.semcollector.app.wifi.networkmanager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint.Security;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Values of NetworkManager and the kernel, translated.
class NmValuesTest {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:ab:cd:ef");

  @ParameterizedTest
  @CsvSource({"100, -40", "99, -41", "75, -55", "50, -70", "1, -99", "0, -100", "255, -40", "-5, -100"})
  void percentAreDbm(long percent, int dbm) {
    assertEquals(dbm, Signal.dbm(percent));
  }

  /// The daemon rounds down to whole percents: what it gives for a dBm is that dBm again, or one less.
  @Test
  void dbmComeBackFromTheDaemonsPercent() {
    for (int dbm = -100; dbm <= -40; dbm++) {
      int percent = 100 - (int) (100.0 * Math.abs(dbm + 40) / 60.0);
      assertTrue(Math.abs(Signal.dbm(percent) - dbm) <= 1, dbm + " dBm");
    }
  }

  @ParameterizedTest
  @CsvSource({
      "1, 0x0, 0x188, WPA_PERSONAL", "1, 0x144, 0x0, WPA_PERSONAL", "1, 0x0, 0x588, WPA_PERSONAL",
      "1, 0x0, 0x488, WPA3_PERSONAL", "1, 0x0, 0x288, OTHER", "1, 0x0, 0x0, OTHER", "0, 0x0, 0x888, OTHER",
      "0, 0x0, 0x0, OPEN"})
  void flagsAreSecurity(long flags, String wpa, String rsn, Security expected) {
    assertEquals(expected, HeardRadio.security(flags, Long.decode(wpa), Long.decode(rsn)));
  }

  @ParameterizedTest
  @CsvSource({
      "5, true, NoDhcp", "6, true, NoDhcp", "7, false, WrongPassword", "7, true, WrongPassword", "8, false, Other",
      "8, true, WrongPassword", "9, true, WrongPassword", "10, true, WrongPassword", "11, false, Other",
      "11, true, WrongPassword", "15, false, NoDhcp", "16, false, NoDhcp", "17, false, NoDhcp", "36, false, NoAdapter",
      "53, false, NotFound", "0, true, Other", "4294967295, false, Other"})
  void reasonsAreFailures(long reason, boolean passwordAsked, String expected) {
    assertEquals(expected, DeviceReason.failure(reason, METER, passwordAsked).getClass().getSimpleName());
  }

  @Test
  void timeSinceTheStartIsRead() throws Exception {
    assertEquals(Duration.ofMillis(350_735_470), SystemUptime.parse("350735.47 234388.90\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x 1", "12"})
  void whatIsNoTimeSinceTheStartIsRefused(String text) {
    assertThrows(IOException.class, () -> SystemUptime.parse(text));
  }

  @Test
  void theNeighbourAtAnAddressIsThatOfTheSameInterface(@TempDir Path folder) throws Exception {
    Path table = Files.writeString(folder.resolve("arp"), """
        IP address       HW type     Flags       HW address            Mask     Device
        10.0.0.1         0x1         0x2         00:11:22:33:44:55     *        eth0
        10.0.0.1         0x1         0x2         24:6F:28:AB:CD:EF     *        wlan0
        10.0.0.9         0x1         0x0         00:00:00:00:00:00     *        wlan0
        rubbish
        """);
    var neighbours = new NeighbourTable(table);
    assertEquals(Optional.of("24:6f:28:ab:cd:ef"), neighbours.address("10.0.0.1", "wlan0"));
    assertEquals(Optional.of("00:11:22:33:44:55"), neighbours.address("10.0.0.1", "eth0"));
    assertEquals(Optional.empty(), neighbours.address("10.0.0.9", "wlan0"), "nobody answered there");
    assertEquals(Optional.empty(), neighbours.address("10.0.0.1", "wlan1"));
    assertEquals(Optional.empty(), new NeighbourTable(folder.resolve("none")).address("10.0.0.1", "wlan0"));
  }

  @Test
  void aCauseIsToldOnlyForTheOwnConnection() {
    var activation = new Activation("/own", METER, () -> false);
    assertEquals(Activation.PENDING, activation.see(new NmEvent.Active("/other", 2, 0)));
    assertEquals(Activation.PENDING, activation.see(new NmEvent.Device(60, 8)));
    assertEquals(Activation.PENDING, activation.see(new NmEvent.Active("/own", 4, 3)));
    assertTrue(activation.silence().isPresent());
    assertEquals(new Activation.Outcome.Failed(new WifiFailure.NotFound(METER)),
        activation.see(new NmEvent.Device(120, 53)));
  }

  @Test
  void whileAnAddressIsAwaitedTheLimitMeansThatNoneWasGiven() {
    Patience patience = Patience.of("joining", Duration.ofSeconds(40), Progress.NONE);
    var activation = new Activation("/own", METER, () -> false);
    assertEquals(new WifiFailure.TimedOut("joining", Duration.ofSeconds(40)), activation.late(patience));
    assertEquals(Activation.PENDING, activation.see(new NmEvent.Device(70, 0)));
    assertEquals(new WifiFailure.NoDhcp(METER), activation.late(patience));
  }
}
