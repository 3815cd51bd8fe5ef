package org.semcollector.app.wifi.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// WLAN_CONNECTION_PARAMETERS in memory.
final class WlanParameters {
  private static final int MODE_PROFILE = 0;
  private static final int MODE_TEMPORARY_PROFILE = 1;
  private static final int INFRASTRUCTURE = 1;
  /// NDIS_OBJECT_TYPE_DEFAULT and DOT11_BSSID_LIST_REVISION_1.
  private static final byte OBJECT_TYPE = (byte) 0x80;
  private static final byte LIST_REVISION = 1;

  private WlanParameters() {}

  /// @param profile the target's profile as a text of Windows
  static MemorySegment of(Arena arena, WlanTarget target, MemorySegment profile) {
    MemorySegment memory = arena.allocate(WlanLayouts.CONNECTION_PARAMETERS);
    new Structure(memory, WlanLayouts.CONNECTION_PARAMETERS)
        .put("wlanConnectionMode", target.temporary() ? MODE_TEMPORARY_PROFILE : MODE_PROFILE)
        .put("strProfile", profile)
        .put("pDot11Ssid", target.ssid().map(ssid -> ssid(arena, ssid)).orElse(MemorySegment.NULL))
        .put("pDesiredBssidList", target.bssid().map(bssid -> bssids(arena, bssid)).orElse(MemorySegment.NULL))
        .put("dot11BssType", INFRASTRUCTURE);
    return memory;
  }

  private static MemorySegment ssid(Arena arena, String ssid) {
    byte[] bytes = ssid.getBytes(StandardCharsets.UTF_8);
    MemorySegment memory = arena.allocate(WlanLayouts.SSID);
    new Structure(memory, WlanLayouts.SSID).put("uSSIDLength", bytes.length).put("ucSSID", bytes);
    return memory;
  }

  private static MemorySegment bssids(Arena arena, String bssid) {
    MemorySegment memory = arena.allocate(WlanLayouts.BSSID_LIST);
    int size = (int) WlanLayouts.BSSID_LIST.byteSize();
    new Structure(memory, WlanLayouts.BSSID_LIST)
        .put("Header", new byte[]{OBJECT_TYPE, LIST_REVISION, (byte) size, (byte) (size >> 8)})
        .put("uNumOfEntries", 1).put("uTotalNumOfEntries", 1)
        .put("BSSIDs", HexFormat.ofDelimiter(":").parseHex(bssid));
    return memory;
  }
}
