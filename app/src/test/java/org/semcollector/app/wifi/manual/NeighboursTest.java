package org.semcollector.app.wifi.manual;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Tables as the systems print them.
class NeighboursTest {
  private static final String MAC = "a4:cf:12:9b:03:7e";

  @Test
  void linuxTableNamesTheAdapterAndLeavesOutWhoDidNotAnswer() {
    String table = """
        IP address       HW type     Flags       HW address            Mask     Device
        10.0.0.1         0x1         0x2         a4:cf:12:9b:03:7e     *        wlp2s0
        192.168.1.1      0x1         0x2         00:1a:2b:3c:4d:5e     *        enp3s0
        10.0.0.7         0x1         0x0         00:00:00:00:00:00     *        wlp2s0
        """;
    assertEquals(List.of(new Neighbour("10.0.0.1", MAC, "wlp2s0"),
        new Neighbour("192.168.1.1", "00:1a:2b:3c:4d:5e", "enp3s0")), Neighbours.read(table));
  }

  @Test
  void linuxTableMayHaveTheAddressOnTwoAdapters() {
    String table = """
        IP address       HW type     Flags       HW address            Mask     Device
        10.0.0.1         0x1         0x2         a4:cf:12:9b:03:7e     *        wlan0
        10.0.0.1         0x1         0x2         c0:ff:ee:00:00:01     *        eth0
        """;
    assertEquals(List.of("wlan0", "eth0"), Neighbours.read(table).stream().map(Neighbour::via).toList());
  }

  @Test
  void macosLeavesLeadingZerosOut() {
    String printed = """
        ? (10.0.0.1) at 4:cf:12:9b:3:7e on en0 ifscope [ethernet]
        ? (10.0.0.9) at (incomplete) on en0 ifscope [ethernet]
        router.home (192.168.1.1) at 0:1a:2b:3c:4d:5e on en5 ifscope permanent [ethernet]
        """;
    assertEquals(List.of(new Neighbour("10.0.0.1", "04:cf:12:9b:03:7e", "en0"),
        new Neighbour("192.168.1.1", "00:1a:2b:3c:4d:5e", "en5")), Neighbours.read(printed));
  }

  @Test
  void windowsPrintsSectionsAndDashes() {
    String printed = """

        Interface: 192.168.1.20 --- 0x5
          Internet Address      Physical Address      Type
          192.168.1.1           00-1a-2b-3c-4d-5e     dynamic

        Interface: 10.0.0.2 --- 0xb
          Internet Address      Physical Address      Type
          10.0.0.1              a4-cf-12-9b-03-7e     dynamic
          10.0.0.255            ff-ff-ff-ff-ff-ff     static
        """;
    assertEquals(List.of("192.168.1.20", "10.0.0.2", "10.0.0.2"),
        Neighbours.read(printed).stream().map(Neighbour::via).toList());
    assertEquals(new Neighbour("10.0.0.1", MAC, "10.0.0.2"), Neighbours.read(printed).get(1));
  }

  @Test
  void windowsSpeaksOtherLanguages() {
    String printed = """
        Schnittstelle: 10.0.0.2 --- 0xb
          Internetadresse       Physische Adresse     Typ
          10.0.0.1              A4-CF-12-9B-03-7E     dynamisch
        """;
    assertEquals(List.of(new Neighbour("10.0.0.1", MAC, "10.0.0.2")), Neighbours.read(printed));
  }

  @Test
  void aTableWithoutAnybodyIsEmpty() {
    assertEquals(List.of(), Neighbours.read(""));
    assertEquals(List.of(), Neighbours.read("10.0.0.1 (10.0.0.1) -- no entry\n"));
    assertEquals(List.of(), Neighbours.read("Es wurden keine ARP-Einträge gefunden.\n"));
  }
}
