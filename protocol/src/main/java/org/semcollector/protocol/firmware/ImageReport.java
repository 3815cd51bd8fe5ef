package org.semcollector.protocol.firmware;

/// What became of looking at a file.
public sealed interface ImageReport {
  /// It is whole.
  record Sound(FirmwareImage image) implements ImageReport {}

  /// It must not be sent.
  ///
  /// @param offset byte at which it was seen
  /// @param detail figures to it, or empty text
  record Unsound(ImageFault fault, int offset, String detail) implements ImageReport {
    /// "the check sum is wrong (byte 4711: is 3a, should be 3b)".
    public String words() {
      return fault.words() + " (byte " + offset + (detail.isEmpty() ? "" : ": " + detail) + ")";
    }
  }
}
