package org.semcollector.app.wifi.networkmanager;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.wifi.WifiAdapterContract;
import org.semcollector.app.wifi.networkmanager.MockedNetworkManager.Radio;
import org.semcollector.protocol.meter.Ssid;

/// The contract of all adapters, against NetworkManager's recorded behaviour.
class NmWifiAdapterIT extends WifiAdapterContract {
  @TempDir
  private static Path folder;
  private static MockedNetworkManager nm;
  private static TestBus empty;

  @BeforeAll
  static void start() throws Exception {
    TestBus.requireTools();
    nm = MockedNetworkManager.start(folder);
    empty = TestBus.start(folder);
  }

  @AfterAll
  static void stop() {
    if (nm != null)
      nm.close();
    if (empty != null)
      empty.close();
  }

  @Override
  protected Stage open(Air air) {
    nm.clear();
    if (air == Air.NO_ADAPTER)
      nm.script("AddCable", "s", "eth0");
    else
      setUp(air, nm.addRadio("wlan0"));
    return new Staged(new NmWifiAdapter(air == Air.NO_SERVICE ? empty.address() : nm.address(), "tester"));
  }

  private static void setUp(Air air, String device) {
    String home = nm.add(device, Radio.of(HOME, "00:11:22:33:44:55", 71));
    nm.add(device, Radio.of("Café", "00:11:22:33:44:66", 95).withRsn(0));
    if (air != Air.NO_FORMER_NETWORK)
      nm.joinNetwork(device, HOME, home);
    if (air == Air.NO_METER)
      return;
    nm.add(device, Radio.of(FAR.value(), FAR.mac(), 20));
    String near = nm.add(device, Radio.of(NEAR.value(), air == Air.IMPOSTOR_HEARD ? OTHER_RADIO : NEAR.mac(), 82));
    happens(air, device, near);
  }

  private static void happens(Air air, String device, String near) {
    switch (air) {
      case OTHER_PASSWORD -> play("wrong");
      case NO_ADDRESS -> play("noaddress");
      case JOIN_HANGS -> play("hang");
      case SCAN_HANGS -> nm.script("PlayScan", "s", "hang");
      case IMPOSTOR_JOINED -> nm.script("Roam", "ss", near, nm.add(device, Radio.of("Elsewhere", OTHER_RADIO, 50)));
      case HOME_GONE -> nm.play(HOME, "hang");
      case RADIO_OFF -> nm.script("SwitchRadio", "bb", false, true);
      case FORBIDDEN -> List.of("wifi.scan", "network-control", "settings.modify.own")
          .forEach(action -> nm.script("Permit", "ss", action, "auth"));
      default -> {
        // as it is
      }
    }
  }

  private static void play(String outcome) {
    for (Ssid meter : List.of(NEAR, FAR))
      nm.play(meter, outcome);
  }

  private record Staged(NmWifiAdapter adapter) implements Stage {
    @Override
    public int passwordsSent() {
      return (int) nm.texts("Sent").stream().filter(sent -> sent.contains("\"psk\"")).count();
    }

    @Override
    public List<String> leftBehind() {
      nm.await(List.of(), "Agents");
      var left = new ArrayList<>(nm.texts("Profiles"));
      left.remove(HOME);
      return left;
    }

    @Override
    public void close() {
      // the next test clears the air
    }
  }
}
