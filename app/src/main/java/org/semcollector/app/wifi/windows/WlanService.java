package org.semcollector.app.wifi.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.semcollector.app.wifi.WifiFailure;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/// A session with Windows's service for Wi-Fi, from WlanOpenHandle to WlanCloseHandle. What Windows allocates is
/// copied and freed at once.
// Restricted: the lengths that Windows gives are believed.
@SuppressWarnings("restricted")
final class WlanService implements AutoCloseable {
  /// Windows Vista and later.
  private static final int API_VERSION = 2;
  /// Notifications of connecting and scanning. Others would need the consent to location.
  private static final int SOURCE_ACM = 8;
  private static final int SOURCE_NONE = 0;
  private static final int ANY_BSS = 3;
  private static final int QUERY_RADIO_STATE = 4;
  private static final int QUERY_CURRENT_CONNECTION = 7;
  private static final int OFF = 2;
  private static final int LIST_HEADER = 8;
  private static final int GUID_ALIGNMENT = 4;

  private final WlanFunctions functions;
  private final WlanEvents events = new WlanEvents();
  private final Arena arena = Arena.ofShared();
  private final MemorySegment handle;

  private WlanService(WlanFunctions functions) throws WlanException {
    this.functions = functions;
    MemorySegment opened = arena.allocate(ADDRESS);
    try {
      functions.openHandle(API_VERSION, arena.allocate(JAVA_INT), opened);
    } catch (WlanException e) {
      arena.close();
      throw e;
    }
    handle = opened.get(ADDRESS, 0);
  }

  static WlanService open(SymbolLookup library) throws WlanException {
    var service = new WlanService(new WlanFunctions(library));
    try {
      service.functions.registerNotification(service.handle, SOURCE_ACM, service.events.callback(service.arena));
      return service;
    } catch (WlanException e) {
      service.close();
      throw e;
    }
  }

  WlanEvents events() {
    return events;
  }

  List<WlanAdapter> adapters() throws WlanException {
    return list(WlanLayouts.INTERFACE_INFO, false, pointer -> functions.enumInterfaces(handle, pointer)).stream()
        .map(entry -> new WlanAdapter(entry.guid("InterfaceGuid"), entry.text("strInterfaceDescription"),
            entry.number("isState")))
        .toList();
  }

  /// Asks for a scan and returns at once; its end is notified.
  void requestScan(UUID adapter) throws WlanException {
    with(adapter, guid -> functions.scan(handle, guid));
  }

  /// All radios that are known from the last scans.
  List<WlanBss> heard(UUID adapter) throws WlanException {
    var heard = new ArrayList<WlanBss>();
    with(adapter, guid -> heard.addAll(list(WlanLayouts.BSS_ENTRY, true,
        pointer -> functions.bssList(handle, guid, ANY_BSS, pointer)).stream().map(WlanService::bss).toList()));
    return heard;
  }

  private static WlanBss bss(Structure entry) {
    return new WlanBss(entry.ssid("dot11Ssid"), entry.mac("dot11Bssid"), entry.number("lRssi"),
        entry.number("uLinkQuality"), entry.number("ulChCenterFrequency"), entry.wideNumber("ullTimestamp"),
        entry.wideNumber("ullHostTimestamp"),
        BeaconSecurity.of(elements(entry), entry.half("usCapabilityInformation")));
  }

  /// They stand behind all entries; their offset counts from the start of their own entry.
  private static byte[] elements(Structure entry) {
    long offset = Integer.toUnsignedLong(entry.number("ulIeOffset"));
    long size = Integer.toUnsignedLong(entry.number("ulIeSize"));
    return offset + size <= entry.memory().byteSize()
        ? entry.memory().asSlice(offset, size).toArray(JAVA_BYTE)
        : new byte[0];
  }

  /// Networks as in Windows's menu.
  List<WlanNetwork> networks(UUID adapter) throws WlanException {
    var networks = new ArrayList<WlanNetwork>();
    with(adapter, guid -> list(WlanLayouts.AVAILABLE_NETWORK, false,
        pointer -> functions.networkList(handle, guid, pointer)).forEach(
            entry -> networks.add(new WlanNetwork(
                entry.ssid("dot11Ssid"), entry.number("bSecurityEnabled") != 0,
                entry.number("dot11DefaultAuthAlgorithm")))));
    return networks;
  }

  /// What an adapter is in now; empty when in nothing.
  Optional<WlanConnection> connection(UUID adapter) throws WlanException {
    try {
      return Optional.of(query(adapter, QUERY_CURRENT_CONNECTION, WlanLayouts.CONNECTION,
          answer -> new WlanConnection(answer.text("strProfileName"),
              answer.ssid("wlanAssociationAttributes", "dot11Ssid"),
              answer.mac("wlanAssociationAttributes", "dot11Bssid"))));
    } catch (WlanException e) {
      if (e.code() == WlanException.INVALID_STATE)
        return Optional.empty();
      throw e;
    }
  }

  /// Why an adapter cannot send: all of its radios are off.
  Optional<WifiFailure.RadioOff> radioOff(UUID adapter) throws WlanException {
    return query(adapter, QUERY_RADIO_STATE, WlanLayouts.RADIO_STATE, WlanService::radioOff);
  }

  private static Optional<WifiFailure.RadioOff> radioOff(Structure answer) {
    int radios = Math.clamp(answer.number("dwNumberOfPhys"), 0, 64);
    boolean hardware = radios > 0;
    for (int i = 0; i < radios; i++) {
      var radio = new Structure(answer.memory().asSlice(WlanLayouts.offset(WlanLayouts.RADIO_STATE, "PhyRadioState")
          + i * WlanLayouts.PHY_RADIO.byteSize()), WlanLayouts.PHY_RADIO);
      boolean byHardware = radio.number("dot11HardwareRadioState") == OFF;
      if (!byHardware && radio.number("dot11SoftwareRadioState") != OFF)
        return Optional.empty();
      hardware &= byHardware;
    }
    return radios == 0 ? Optional.empty() : Optional.of(new WifiFailure.RadioOff(hardware));
  }

  /// Asks for a connection and returns at once; its end is notified. Notifications that came before are forgotten.
  void connect(UUID adapter, WlanTarget target) throws WlanException {
    events.clear();
    with(adapter, guid -> {
      try (Arena call = Arena.ofConfined()) {
        MemorySegment profile = call.allocateFrom(target.profile(), StandardCharsets.UTF_16LE);
        try {
          functions.connect(handle, guid, WlanParameters.of(call, target, profile));
        } finally {
          profile.fill((byte) 0); // it may hold a password
        }
      }
    });
  }

  void disconnect(UUID adapter) throws WlanException {
    events.clear();
    with(adapter, guid -> functions.disconnect(handle, guid));
  }

  @Override
  public void close() {
    try {
      // waits for callbacks that run; only then may their memory go
      functions.registerNotification(handle, SOURCE_NONE, MemorySegment.NULL);
      functions.closeHandle(handle);
    } catch (WlanException e) {
      // the service is gone, and with it the handle
    } finally {
      arena.close();
    }
  }

  private void with(UUID adapter, GuidCall call) throws WlanException {
    try (Arena memory = Arena.ofConfined()) {
      call.on(guid(memory, adapter));
    }
  }

  private static MemorySegment guid(Arena memory, UUID adapter) {
    byte[] bytes = Structure.bytesOf(adapter);
    return memory.allocate(bytes.length, GUID_ALIGNMENT).copyFrom(MemorySegment.ofArray(bytes));
  }

  private <T> T query(UUID adapter, int what, StructLayout layout, Function<Structure, T> read)
      throws WlanException {
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment guid = guid(memory, adapter);
      MemorySegment data = memory.allocate(ADDRESS);
      functions.queryInterface(handle, guid, what, memory.allocate(JAVA_INT), data);
      MemorySegment answer = data.get(ADDRESS, 0);
      try {
        return read.apply(new Structure(answer.reinterpret(layout.byteSize()), layout));
      } finally {
        functions.freeMemory(answer);
      }
    }
  }

  /// A list with a header of two numbers.
  ///
  /// @param sized whether the first is the length of all in bytes and the second the number of entries; otherwise the
  /// first is the number of entries
  /// @return the entries in memory of this program, each followed by all that came behind it
  private List<Structure> list(StructLayout entry, boolean sized, PointerCall call) throws WlanException {
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment pointer = memory.allocate(ADDRESS);
      call.on(pointer);
      MemorySegment header = pointer.get(ADDRESS, 0).reinterpret(LIST_HEADER);
      try {
        int count = header.get(JAVA_INT, sized ? 4 : 0);
        long size = sized
            ? Integer.toUnsignedLong(header.get(JAVA_INT, 0))
            : LIST_HEADER + count * entry.byteSize();
        return entries(MemorySegment.ofArray(header.reinterpret(size).toArray(JAVA_BYTE)), entry, count);
      } finally {
        functions.freeMemory(header);
      }
    }
  }

  private static List<Structure> entries(MemorySegment list, StructLayout entry, int count) {
    var entries = new ArrayList<Structure>();
    for (int i = 0; i < count && LIST_HEADER + (i + 1) * entry.byteSize() <= list.byteSize(); i++)
      entries.add(new Structure(list.asSlice(LIST_HEADER + i * entry.byteSize()), entry));
    return entries;
  }

  @FunctionalInterface
  private interface GuidCall {
    void on(MemorySegment guid) throws WlanException;
  }

  @FunctionalInterface
  private interface PointerCall {
    void on(MemorySegment pointer) throws WlanException;
  }
}
