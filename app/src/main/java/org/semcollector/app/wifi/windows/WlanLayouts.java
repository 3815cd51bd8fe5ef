package org.semcollector.app.wifi.windows;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.StructLayout;
import java.util.List;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

/// Structures of wlanapi.h and windot11.h for 64-bit Windows, with the header's names for types and fields. DWORD, LONG,
/// BOOL and enumerations have 4 bytes there, WCHAR 2.
final class WlanLayouts {
  static final StructLayout SSID = MemoryLayout.structLayout(
      JAVA_INT.withName("uSSIDLength"), bytes(32).withName("ucSSID")).withName("DOT11_SSID");

  static final StructLayout INTERFACE_INFO = MemoryLayout.structLayout(
      bytes(16).withName("InterfaceGuid"), wide().withName("strInterfaceDescription"),
      JAVA_INT.withName("isState")).withName("WLAN_INTERFACE_INFO");

  static final StructLayout BSS_ENTRY = MemoryLayout.structLayout(
      SSID.withName("dot11Ssid"), JAVA_INT.withName("uPhyId"), bytes(6).withName("dot11Bssid"), padding(2),
      JAVA_INT.withName("dot11BssType"), JAVA_INT.withName("dot11BssPhyType"), JAVA_INT.withName("lRssi"),
      JAVA_INT.withName("uLinkQuality"), JAVA_BYTE.withName("bInRegDomain"), padding(1),
      JAVA_SHORT.withName("usBeaconPeriod"), padding(4), JAVA_LONG.withName("ullTimestamp"),
      JAVA_LONG.withName("ullHostTimestamp"), JAVA_SHORT.withName("usCapabilityInformation"), padding(2),
      JAVA_INT.withName("ulChCenterFrequency"), bytes(256).withName("wlanRateSet"), JAVA_INT.withName("ulIeOffset"),
      JAVA_INT.withName("ulIeSize")).withName("WLAN_BSS_ENTRY");

  static final StructLayout AVAILABLE_NETWORK = MemoryLayout.structLayout(
      wide().withName("strProfileName"), SSID.withName("dot11Ssid"), JAVA_INT.withName("dot11BssType"),
      JAVA_INT.withName("uNumberOfBssids"), JAVA_INT.withName("bNetworkConnectable"),
      JAVA_INT.withName("wlanNotConnectableReason"), JAVA_INT.withName("uNumberOfPhyTypes"),
      MemoryLayout.sequenceLayout(8, JAVA_INT).withName("dot11PhyTypes"), JAVA_INT.withName("bMorePhyTypes"),
      JAVA_INT.withName("wlanSignalQuality"), JAVA_INT.withName("bSecurityEnabled"),
      JAVA_INT.withName("dot11DefaultAuthAlgorithm"), JAVA_INT.withName("dot11DefaultCipherAlgorithm"),
      JAVA_INT.withName("dwFlags"), JAVA_INT.withName("dwReserved")).withName("WLAN_AVAILABLE_NETWORK");

  static final StructLayout CONNECTION_PARAMETERS = MemoryLayout.structLayout(
      JAVA_INT.withName("wlanConnectionMode"), padding(4), ADDRESS.withName("strProfile"),
      ADDRESS.withName("pDot11Ssid"), ADDRESS.withName("pDesiredBssidList"), JAVA_INT.withName("dot11BssType"),
      JAVA_INT.withName("dwFlags")).withName("WLAN_CONNECTION_PARAMETERS");

  static final StructLayout OBJECT_HEADER = MemoryLayout.structLayout(
      JAVA_BYTE.withName("Type"), JAVA_BYTE.withName("Revision"), JAVA_SHORT.withName("Size"))
      .withName("NDIS_OBJECT_HEADER");

  /// With room for one address; the header declares it so too.
  static final StructLayout BSSID_LIST = MemoryLayout.structLayout(
      OBJECT_HEADER.withName("Header"), JAVA_INT.withName("uNumOfEntries"), JAVA_INT.withName("uTotalNumOfEntries"),
      bytes(6).withName("BSSIDs"), padding(2)).withName("DOT11_BSSID_LIST");

  static final StructLayout ASSOCIATION = MemoryLayout.structLayout(
      SSID.withName("dot11Ssid"), JAVA_INT.withName("dot11BssType"), bytes(6).withName("dot11Bssid"), padding(2),
      JAVA_INT.withName("dot11PhyType"), JAVA_INT.withName("uDot11PhyIndex"), JAVA_INT.withName("wlanSignalQuality"),
      JAVA_INT.withName("ulRxRate"), JAVA_INT.withName("ulTxRate")).withName("WLAN_ASSOCIATION_ATTRIBUTES");

  static final StructLayout CONNECTION = MemoryLayout.structLayout(
      JAVA_INT.withName("isState"), JAVA_INT.withName("wlanConnectionMode"), wide().withName("strProfileName"),
      ASSOCIATION.withName("wlanAssociationAttributes"), bytes(16).withName("wlanSecurityAttributes"))
      .withName("WLAN_CONNECTION_ATTRIBUTES");

  static final StructLayout PHY_RADIO = MemoryLayout.structLayout(
      JAVA_INT.withName("dwPhyIndex"), JAVA_INT.withName("dot11SoftwareRadioState"),
      JAVA_INT.withName("dot11HardwareRadioState")).withName("WLAN_PHY_RADIO_STATE");

  static final StructLayout RADIO_STATE = MemoryLayout.structLayout(
      JAVA_INT.withName("dwNumberOfPhys"), MemoryLayout.sequenceLayout(64, PHY_RADIO).withName("PhyRadioState"))
      .withName("WLAN_RADIO_STATE");

  static final StructLayout NOTIFICATION = MemoryLayout.structLayout(
      JAVA_INT.withName("NotificationSource"), JAVA_INT.withName("NotificationCode"),
      bytes(16).withName("InterfaceGuid"),
      JAVA_INT.withName("dwDataSize"), padding(4), ADDRESS.withName("pData")).withName("WLAN_NOTIFICATION_DATA");

  /// Up to the reason; an XML text follows that nobody here reads.
  static final StructLayout CONNECTION_NOTIFICATION = MemoryLayout.structLayout(
      JAVA_INT.withName("wlanConnectionMode"), wide().withName("strProfileName"), SSID.withName("dot11Ssid"),
      JAVA_INT.withName("dot11BssType"), JAVA_INT.withName("bSecurityEnabled"), JAVA_INT.withName("wlanReasonCode"))
      .withName("WLAN_CONNECTION_NOTIFICATION_DATA");

  /// Whole structures, whose size is that of the header's.
  static final List<StructLayout> WHOLE = List.of(SSID, INTERFACE_INFO, BSS_ENTRY, AVAILABLE_NETWORK,
      CONNECTION_PARAMETERS, BSSID_LIST, ASSOCIATION, CONNECTION, PHY_RADIO, RADIO_STATE, NOTIFICATION);

  private WlanLayouts() {}

  /// Where a field begins, in bytes.
  ///
  /// @param path the field, or fields inside each other
  static long offset(MemoryLayout layout, String... path) {
    PathElement[] elements = new PathElement[path.length];
    for (int i = 0; i < path.length; i++)
      elements[i] = PathElement.groupElement(path[i]);
    return layout.byteOffset(elements);
  }

  private static SequenceLayout bytes(long count) {
    // by byte, but the system aligns the structure: none of these begins where a larger number would not
    return MemoryLayout.sequenceLayout(count, JAVA_BYTE);
  }

  private static SequenceLayout wide() {
    return MemoryLayout.sequenceLayout(256, JAVA_SHORT);
  }

  private static MemoryLayout padding(long count) {
    return MemoryLayout.paddingLayout(count);
  }
}
