package org.semcollector.protocol.firmware;

/// A part of an image that the boot loader places in memory.
///
/// @param offset of its first byte in the file
/// @param length in bytes
/// @param loadAddress where it goes, an unsigned 32-bit address
public record ImageSegment(int offset, int length, int loadAddress) {
  /// "0x3f400020".
  public String loadAddressHex() {
    return String.format("0x%08x", loadAddress);
  }
}
