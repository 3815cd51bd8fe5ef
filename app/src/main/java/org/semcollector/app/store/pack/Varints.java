package org.semcollector.app.store.pack;

import java.util.Arrays;

/// Whole numbers in as few bytes as they need: seven bits a byte, lowest first, the eighth bit says that more follow.
final class Varints {
  private Varints() {}

  /// Small numbers of either sign become small unsigned ones: 0, -1, 1, -2 → 0, 1, 2, 3.
  static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }

  /// Takes numbers.
  static final class Writer {
    private byte[] bytes = new byte[64];
    private int length;

    void unsigned(long value) {
      if (bytes.length - length < 10)
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        bytes[length++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[length++] = (byte) rest;
    }

    void signed(long value) {
      unsigned(zigzag(value));
    }

    byte[] toBytes() {
      return Arrays.copyOf(bytes, length);
    }
  }

  /// Gives numbers back.
  static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean hasMore() {
      return at < bytes.length;
    }

    int position() {
      return at;
    }

    long unsigned() throws PackException {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at == bytes.length)
          throw new PackException("a number is cut off");
        byte part = bytes[at++];
        value |= (part & 0x7FL) << shift;
        if (part >= 0)
          return value;
      }
      throw new PackException("a number is longer than 64 bits");
    }

    long signed() throws PackException {
      return unzigzag(unsigned());
    }
  }
}
