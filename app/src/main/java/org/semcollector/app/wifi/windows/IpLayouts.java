package org.semcollector.app.wifi.windows;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

/// The beginnings of structures of iptypes.h and winsock2.h, as far as they are read, with the header's names.
final class IpLayouts {
  static final StructLayout ADAPTER = MemoryLayout.structLayout(
      JAVA_INT.withName("Length"), JAVA_INT.withName("IfIndex"), ADDRESS.withName("Next"),
      ADDRESS.withName("AdapterName"), ADDRESS.withName("FirstUnicastAddress")).withName("IP_ADAPTER_ADDRESSES_LH");

  static final StructLayout UNICAST_ADDRESS = MemoryLayout.structLayout(
      JAVA_INT.withName("Length"), JAVA_INT.withName("Flags"), ADDRESS.withName("Next"),
      MemoryLayout.structLayout(ADDRESS.withName("lpSockaddr"), JAVA_INT.withName("iSockaddrLength"),
          MemoryLayout.paddingLayout(4)).withName("Address"))
      .withName("IP_ADAPTER_UNICAST_ADDRESS_LH");

  static final StructLayout SOCKET_ADDRESS = MemoryLayout.structLayout(
      JAVA_SHORT.withName("sin_family"), JAVA_SHORT.withName("sin_port"),
      MemoryLayout.sequenceLayout(4, JAVA_BYTE).withName("sin_addr"),
      MemoryLayout.sequenceLayout(8, JAVA_BYTE).withName("sin_zero")).withName("SOCKADDR_IN");

  private IpLayouts() {}
}
