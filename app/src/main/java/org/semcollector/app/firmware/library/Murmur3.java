package org.semcollector.app.firmware.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/// MurmurHash3 with seed 0, x86 32 bits and x64 128 bits (Austin Appleby, public domain), written lowest byte first. It
/// finds accidents, not attacks.
final class Murmur3 {
  private static final int C1_32 = 0xcc9e2d51;
  private static final int C2_32 = 0x1b873593;
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;
  /// A multiple of both block lengths, so that only the last piece has a rest.
  private static final int PIECE = 1 << 16;

  private Murmur3() {}

  static String hash32(InputStream content) throws IOException {
    int hash = 0;
    int length = 0;
    for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
      ByteBuffer bytes = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.remaining() >= Integer.BYTES)
        hash = Integer.rotateLeft(hash ^ mix(bytes.getInt()), 13) * 5 + 0xe6546b64;
      if (bytes.hasRemaining())
        hash ^= mix((int) rest(bytes));
      length += piece.length;
    }
    hash ^= length;
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return HexFormat.of().toHexDigits(Integer.reverseBytes(hash ^ (hash >>> 16)));
  }

  static String hash128(InputStream content) throws IOException {
    long h1 = 0;
    long h2 = 0;
    long length = 0;
    for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
      ByteBuffer bytes = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.remaining() >= 2 * Long.BYTES) {
        h1 = (Long.rotateLeft(h1 ^ mix1(bytes.getLong()), 27) + h2) * 5 + 0x52dce729;
        h2 = (Long.rotateLeft(h2 ^ mix2(bytes.getLong()), 31) + h1) * 5 + 0x38495ab5;
      }
      if (bytes.hasRemaining())
        h1 ^= mix1(bytes.remaining() >= Long.BYTES ? bytes.getLong() : rest(bytes));
      if (bytes.hasRemaining())
        h2 ^= mix2(rest(bytes));
      length += piece.length;
    }
    return end(h1 ^ length, h2 ^ length);
  }

  private static String end(long first, long second) {
    long h1 = first + second;
    long h2 = second + h1;
    h1 = avalanche(h1);
    h2 = avalanche(h2);
    h1 += h2;
    h2 += h1;
    return HexFormat.of().toHexDigits(Long.reverseBytes(h1)) + HexFormat.of().toHexDigits(Long.reverseBytes(h2));
  }

  /// The last bytes, fewer than a block, as a number.
  private static long rest(ByteBuffer bytes) {
    long rest = 0;
    for (int shift = 0; bytes.hasRemaining(); shift += Byte.SIZE)
      rest |= Byte.toUnsignedLong(bytes.get()) << shift;
    return rest;
  }

  private static int mix(int block) {
    return Integer.rotateLeft(block * C1_32, 15) * C2_32;
  }

  private static long mix1(long block) {
    return Long.rotateLeft(block * C1, 31) * C2;
  }

  private static long mix2(long block) {
    return Long.rotateLeft(block * C2, 33) * C1;
  }

  private static long avalanche(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
