package org.semcollector.app.wifi.networkmanager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.freedesktop.dbus.types.UInt32;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.WifiException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// NetworkManager by python-dbusmock and `radios.py`, on a bus of its own.
final class MockedNetworkManager implements AutoCloseable {
  /// Generous: the machine may be busy with other things.
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long LOOK_NANOS = 5_000_000;

  private final TestBus bus;
  private final Process process;
  private final NmBus control;

  private MockedNetworkManager(TestBus bus, Process process, NmBus control) {
    this.bus = bus;
    this.process = process;
    this.control = control;
  }

  /// What is on the air.
  ///
  /// @param rsn protection: 0x188 WPA2 with a password, 0x488 WPA3, 0 open
  record Radio(String ssid, String bssid, int frequencyMhz, int percent, int rsn, int agoSeconds) {
    static Radio of(String ssid, String bssid, int percent) {
      return new Radio(ssid, bssid, 2437, percent, 0x188, 2);
    }

    Radio withRsn(int flags) {
      return new Radio(ssid, bssid, frequencyMhz, percent, flags, agoSeconds);
    }

    Radio heardAgo(int seconds) {
      return new Radio(ssid, bssid, frequencyMhz, percent, rsn, seconds);
    }

    private Object[] on(String device) {
      return new Object[]{device, ssid, bssid, new UInt32(frequencyMhz), (byte) percent, new UInt32(rsn == 0 ? 0 : 1),
          new UInt32(0), new UInt32(rsn), agoSeconds};
    }
  }

  static MockedNetworkManager start(Path folder) throws Exception {
    TestBus bus = TestBus.start(folder);
    Path template = Path.of(System.getProperty("sem.root"),
        "app/src/test/resources/org/semcollector/app/wifi/networkmanager/radios.py");
    var builder = new ProcessBuilder(TestBus.PYTHON, "-m", "dbusmock", "--system", "--template", template.toString());
    builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", bus.address());
    Path log = folder.resolve("networkmanager.log");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var control = NmBus.open(bus.address(), Patience.of("steering the test", Duration.ofHours(1), Progress.NONE));
    var mocked = new MockedNetworkManager(bus, process, control);
    mocked.await("NetworkManager on the bus", () -> {
      assertTrue(process.isAlive(), () -> text(log));
      return mocked.answers();
    });
    return mocked;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private boolean answers() {
    try {
      script("Profiles", "");
      return true;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  String address() {
    return bus.address();
  }

  /// An adapter of whoever runs the tests.
  NmWifiAdapter adapter() {
    return new NmWifiAdapter(address(), "tester");
  }

  /// Steers the radios.
  Object script(String method, String signature, Object... arguments) {
    try {
      Object[] values = control.call(NmNames.ROOT, "org.semcollector.Radios", method, signature, arguments);
      return values.length == 0 ? "" : values[0];
    } catch (NmException | WifiException e) {
      throw new AssertionError(method, e);
    }
  }

  List<String> texts(String method) {
    return ((List<?>) script(method, "")).stream().map(String::valueOf).toList();
  }

  void clear() {
    script("Clear", "");
  }

  /// @return the device
  String addRadio(String interfaceName) {
    return (String) script("AddRadio", "su", interfaceName, new UInt32(30));
  }

  /// @return the access point
  String add(String device, Radio radio) {
    return (String) script("AddAccessPoint", "sssuyuuui", radio.on(device));
  }

  /// Heard when the next scan is finished.
  void addLater(String device, Radio radio) {
    script("AddAccessPointLater", "sssuyuuui", radio.on(device));
  }

  /// @return the profile of a network that is joined now
  String joinNetwork(String device, String ssid, String accessPoint) {
    return (String) script("AddNetwork", "sssb", device, ssid, accessPoint, false);
  }

  void play(Object ssid, String outcome) {
    script("Play", "ss", ssid.toString(), outcome);
  }

  /// Ends NetworkManager.
  void kill() {
    TestBus.end(process);
  }

  /// Something that is looked at until it is so.
  interface Look {
    boolean isSo();
  }

  void await(String what, Look look) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!look.isSo()) {
      assertTrue(System.nanoTime() < deadline, what);
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /// Waits until lists of texts are so, and says how they are when they never are.
  void await(List<String> expected, String method) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!texts(method).equals(expected) && System.nanoTime() < deadline)
      LockSupport.parkNanos(LOOK_NANOS);
    assertEquals(expected, texts(method), method);
  }

  @Override
  public void close() {
    control.close();
    kill();
    bus.close();
  }
}
