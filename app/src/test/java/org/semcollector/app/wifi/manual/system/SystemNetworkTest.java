package org.semcollector.app.wifi.manual.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.wifi.manual.Neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SystemNetworkTest {
  private static final Neighbour METER = new Neighbour("10.0.0.1", "a4:cf:12:9b:03:7e", "wlan0");

  @TempDir
  Path folder;

  @Test
  void theTableIsReadWhereThereIsOne() throws Exception {
    Path table = Files.writeString(folder.resolve("arp"), """
        IP address       HW type     Flags       HW address            Mask     Device
        192.168.1.1      0x1         0x2         00:1a:2b:3c:4d:5e     *        eth0
        10.0.0.1         0x1         0x2         a4:cf:12:9b:03:7e     *        wlan0
        """);
    assertEquals(List.of(METER), new SystemNetwork(table, List.of("false")).atMeterAddress());
  }

  @Test
  void elsewhereTheCommandIsAsked() {
    var network = new SystemNetwork(folder.resolve("none"),
        List.of("echo", "? (10.0.0.1) at a4:cf:12:9b:3:7e on wlan0 ifscope [ethernet]"));
    assertEquals(List.of(METER), network.atMeterAddress());
  }

  @Test
  void aSystemWithoutTheCommandTellsNothing() {
    assertEquals(List.of(), new SystemNetwork(folder.resolve("none"),
        List.of(folder.resolve("no-such-command").toString())).atMeterAddress());
  }

  @Test
  void theAdaptersOfThisComputerAreListedWithoutLoopback() {
    assertTrue(SystemNetwork.of("Linux").addresses().stream().noneMatch(own -> own.address().isLoopbackAddress()));
  }
}
