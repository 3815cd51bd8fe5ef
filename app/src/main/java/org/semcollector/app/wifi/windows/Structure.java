package org.semcollector.app.wifi.windows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

/// A structure of Windows in memory; fields are read and written by their names in the header.
///
/// @param memory at least as long as the layout
record Structure(MemorySegment memory, StructLayout layout) {
  static final int SSID_LENGTH = 32;

  int number(String... field) {
    return memory.get(JAVA_INT.withByteAlignment(1), at(field));
  }

  int half(String... field) {
    return Short.toUnsignedInt(memory.get(JAVA_SHORT.withByteAlignment(1), at(field)));
  }

  long wideNumber(String... field) {
    return memory.get(JAVA_LONG.withByteAlignment(1), at(field));
  }

  MemorySegment pointer(String... field) {
    return memory.get(ADDRESS, at(field));
  }

  /// A hardware address as "24:6f:28:ab:cd:ef".
  String mac(String... field) {
    return mac(bytes(6, field));
  }

  static String mac(byte[] address) {
    return HexFormat.ofDelimiter(":").formatHex(address);
  }

  /// A fixed array of WCHAR up to its zero.
  String text(String... field) {
    String all = new String(bytes(512, field), StandardCharsets.UTF_16LE);
    int end = all.indexOf('\0');
    return end < 0 ? all : all.substring(0, end);
  }

  /// A DOT11_SSID; bytes that are no UTF-8 become the character for the unknown.
  String ssid(String... field) {
    long start = at(field);
    int length = Math.clamp(memory.get(JAVA_INT.withByteAlignment(1), start), 0, SSID_LENGTH);
    return new String(memory.asSlice(start + 4, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
  }

  UUID guid(String... field) {
    return guid(bytes(16, field));
  }

  /// A GUID's first three numbers are little-endian, its last eight bytes are not.
  static UUID guid(byte[] bytes) {
    ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long high = Integer.toUnsignedLong(little.getInt()) << 32 | Short.toUnsignedLong(little.getShort()) << 16
        | Short.toUnsignedLong(little.getShort());
    return new UUID(high, little.order(ByteOrder.BIG_ENDIAN).getLong());
  }

  static byte[] bytesOf(UUID guid) {
    long high = guid.getMostSignificantBits();
    return ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt((int) (high >> 32))
        .putShort((short) (high >> 16))
        .putShort((short) high).order(ByteOrder.BIG_ENDIAN).putLong(guid.getLeastSignificantBits()).array();
  }

  Structure put(String field, int value) {
    memory.set(JAVA_INT.withByteAlignment(1), at(field), value);
    return this;
  }

  Structure put(String field, MemorySegment value) {
    memory.set(ADDRESS, at(field), value);
    return this;
  }

  Structure put(String field, byte[] value) {
    MemorySegment.copy(value, 0, memory, JAVA_BYTE, at(field), value.length);
    return this;
  }

  private byte[] bytes(int count, String... field) {
    return memory.asSlice(at(field), count).toArray(JAVA_BYTE);
  }

  private long at(String... field) {
    return WlanLayouts.offset(layout, field);
  }
}
