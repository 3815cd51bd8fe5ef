package org.semcollector.app.wifi.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.wifi.manual.MeterNetwork;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/// iphlpapi.dll: the addresses of an adapter, and who answers to an address.
///
/// SendARP and not the table of neighbours nor `arp -a`: it asks on the wire now, through the adapter that has the given
/// source address, and answers with a number and six bytes; the others show what was heard some time ago, the last one
/// in the language of the system. None of them needs the consent to location.
// Restricted: calling native code is this class's purpose; the start script allows it.
@SuppressWarnings("restricted")
final class IpHelper {
  private static final int IPV4 = 2;
  private static final int BUFFER_OVERFLOW = 111;
  /// Without anycast, multicast, and name servers.
  private static final int FLAGS = 0x2 | 0x4 | 0x8;
  private static final int FIRST_BUFFER = 16 * 1024;
  private static final int ALIGNMENT = 8;
  private static final int TRIES = 3;
  private static final int LONGEST_NAME = 256;
  private static final int MAC_LENGTH = 6;
  private static final Inet4Address METER = (Inet4Address) InetAddress.ofLiteral(MeterNetwork.ADDRESS);

  private final MethodHandle adapters;
  private final MethodHandle sendArp;

  IpHelper(SymbolLookup library) {
    Linker linker = Linker.nativeLinker();
    adapters = linker.downcallHandle(library.findOrThrow("GetAdaptersAddresses"),
        FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    sendArp = linker.downcallHandle(library.findOrThrow("SendARP"),
        FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  }

  /// The IPv4 addresses an adapter has now; none while it has no network.
  List<Inet4Address> addresses(WlanAdapter adapter) throws WlanException {
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment size = memory.allocate(JAVA_INT);
      int length = FIRST_BUFFER;
      int error = BUFFER_OVERFLOW;
      for (int i = 0; i < TRIES && error == BUFFER_OVERFLOW; i++) {
        size.set(JAVA_INT, 0, length);
        MemorySegment list = memory.allocate(length, ALIGNMENT);
        error = WlanFunctions.invoke("GetAdaptersAddresses",
            () -> (int) adapters.invokeExact(IPV4, FLAGS, NULL, list, size));
        if (error == 0)
          return addresses(list, adapter.systemName());
        length = size.get(JAVA_INT, 0);
      }
      throw new WlanException("GetAdaptersAddresses", error);
    }
  }

  /// Whether an adapter has an address that a meter gave; not when that cannot be found out.
  boolean isAtMeter(WlanAdapter adapter) {
    try {
      return addresses(adapter).stream().anyMatch(IpHelper::isGuest);
    } catch (WlanException e) {
      return false;
    }
  }

  private static List<Inet4Address> addresses(MemorySegment first, String adapterName) {
    for (MemorySegment at = first; !at.equals(NULL);) {
      Structure adapter = structure(at, IpLayouts.ADAPTER);
      if (adapter.pointer("AdapterName").reinterpret(LONGEST_NAME).getString(0).equalsIgnoreCase(adapterName))
        return unicast(adapter.pointer("FirstUnicastAddress"));
      at = adapter.pointer("Next");
    }
    return List.of();
  }

  private static List<Inet4Address> unicast(MemorySegment first) {
    var found = new ArrayList<Inet4Address>();
    for (MemorySegment at = first; !at.equals(NULL);) {
      Structure entry = structure(at, IpLayouts.UNICAST_ADDRESS);
      Structure address = structure(entry.pointer("Address", "lpSockaddr"), IpLayouts.SOCKET_ADDRESS);
      if (address.half("sin_family") == IPV4)
        found.add(address(address.memory().asSlice(4, 4).toArray(JAVA_BYTE)));
      at = entry.pointer("Next");
    }
    return found;
  }

  /// Whether an address is one that a meter gave.
  static boolean isGuest(Inet4Address address) {
    return MeterNetwork.holds(address.getAddress()) && !address.equals(METER);
  }

  /// Asks on the wire who has the meters' address; waits for the answer some seconds at most.
  ///
  /// @param from an address of the adapter through which to ask
  /// @return "24:6f:28:ab:cd:ef"; empty when nobody answered
  Optional<String> meterFrom(Inet4Address from) {
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment mac = memory.allocate(8, ALIGNMENT);
      MemorySegment length = memory.allocate(JAVA_INT);
      length.set(JAVA_INT, 0, (int) mac.byteSize());
      int error = WlanFunctions.invoke("SendARP",
          () -> (int) sendArp.invokeExact(inNetworkOrder(METER), inNetworkOrder(from), mac, length));
      if (error != 0 || length.get(JAVA_INT, 0) != MAC_LENGTH)
        return Optional.empty();
      return Optional.of(Structure.mac(mac.asSlice(0, MAC_LENGTH).toArray(JAVA_BYTE)));
    }
  }

  /// The address's bytes in the order of the wire, as they lie in memory.
  private static int inNetworkOrder(Inet4Address address) {
    return MemorySegment.ofArray(address.getAddress()).get(JAVA_INT.withByteAlignment(1), 0);
  }

  private static Inet4Address address(byte[] bytes) {
    try {
      return (Inet4Address) InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static Structure structure(MemorySegment at, StructLayout layout) {
    return new Structure(at.reinterpret(layout.byteSize()), layout);
  }
}
