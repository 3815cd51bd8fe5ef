package org.semcollector.app.wifi.windows;

import java.io.IOException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/// The structures against the headers, and by hand where no compiler is.
class WlanLayoutsTest {
  private static final List<StructLayout> BEGINNINGS = List.of(WlanLayouts.CONNECTION_NOTIFICATION, IpLayouts.ADAPTER,
      IpLayouts.UNICAST_ADDRESS, IpLayouts.SOCKET_ADDRESS);

  @TempDir
  Path folder;

  @Test
  void areThoseOfMingwsHeaders() throws IOException {
    Compiler.requireGcc();
    Compiler.requireWindowsHeaders();
    assertEquals("", Compiler.checkWindows(asserts("")));
  }

  @Test
  void areThoseOfTheStandIn() throws IOException {
    Compiler.requireGcc();
    assertEquals("", Compiler.checkStandIn(asserts("")));
  }

  @Test
  void anotherPlaceIsNoticed() throws IOException {
    Compiler.requireGcc();
    Compiler.requireWindowsHeaders();
    String planted = "_Static_assert(offsetof(WLAN_BSS_ENTRY, lRssi) == 57, \"planted\");\n";
    assertNotEquals("", Compiler.checkWindows(asserts(planted)));
    assertNotEquals("", Compiler.checkStandIn(asserts(planted)));
  }

  /// One line for each field and each size.
  private Path asserts(String more) throws IOException {
    var text = new StringBuilder(more);
    for (StructLayout layout : Stream.concat(WlanLayouts.WHOLE.stream(), BEGINNINGS.stream()).toList()) {
      String type = layout.name().orElseThrow();
      for (MemoryLayout member : layout.memberLayouts())
        member.name()
            .ifPresent(field -> text.append("_Static_assert(offsetof(%s, %s) == %d, \"%s.%s\");%n".formatted(type,
                field, WlanLayouts.offset(layout, field), type, field)));
    }
    for (StructLayout layout : WlanLayouts.WHOLE)
      text.append("_Static_assert(sizeof(%1$s) == %2$d, \"%1$s\");%n".formatted(layout.name().orElseThrow(),
          layout.byteSize()));
    return Files.writeString(folder.resolve("layouts.c"), text);
  }

  /// Sizes on 64-bit Windows, counted by hand: DWORD 4, WCHAR 2, pointers 8, each at a multiple of its size.
  @ParameterizedTest
  @CsvSource({"DOT11_SSID,36", "WLAN_INTERFACE_INFO,532", "WLAN_BSS_ENTRY,360", "WLAN_AVAILABLE_NETWORK,628",
      "WLAN_CONNECTION_PARAMETERS,40", "DOT11_BSSID_LIST,20", "WLAN_ASSOCIATION_ATTRIBUTES,68",
      "WLAN_CONNECTION_ATTRIBUTES,604", "WLAN_PHY_RADIO_STATE,12", "WLAN_RADIO_STATE,772",
      "WLAN_NOTIFICATION_DATA,40"})
  void haveTheirSizes(String type, long size) {
    assertEquals(List.of(size), WlanLayouts.WHOLE.stream().filter(layout -> layout.name().orElseThrow().equals(type))
        .map(StructLayout::byteSize).toList());
  }
}
