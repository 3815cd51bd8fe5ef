package org.semcollector.app.rollup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.semcollector.protocol.Bytes;

/// Writes numbers in as few bytes as they need: seven bits a byte, the lowest first.
final class PackedWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  /// A number that is rarely negative.
  void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /// A number of either sign.
  void signed(long value) {
    unsigned(value << 1 ^ value >> 63);
  }

  void single(float value) {
    int bits = Float.floatToIntBits(value);
    for (int shift = 0; shift < 32; shift += 8)
      out.write(bits >>> shift);
  }

  void full(double value) {
    long bits = Double.doubleToLongBits(value);
    for (int shift = 0; shift < 64; shift += 8)
      out.write((int) (bits >>> shift));
  }

  void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    unsigned(bytes.length);
    out.writeBytes(bytes);
  }

  Bytes bytes() {
    return Bytes.copyOf(out.toByteArray());
  }
}
