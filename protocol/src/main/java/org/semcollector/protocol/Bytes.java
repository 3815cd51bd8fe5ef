package org.semcollector.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of bytes, exactly as a meter sent them or will be sent.
///
/// Compared by content. Arrays are copied on the way in and out, so a value can be shared between threads.
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /// A copy of the array.
  public static Bytes copyOf(byte[] content) {
    return content.length == 0 ? EMPTY : new Bytes(content.clone());
  }

  /// Parses hexadecimal digits, blanks ignored; meant for vectors in tests and documents.
  public static Bytes ofHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
  }

  public int length() {
    return content.length;
  }

  public boolean isEmpty() {
    return content.length == 0;
  }

  /// The byte at an offset, 0..255.
  public int at(int offset) {
    return Byte.toUnsignedInt(content[offset]);
  }

  /// The bytes from `from` (inclusive) to `to` (exclusive).
  public Bytes slice(int from, int to) {
    return from == 0 && to == content.length ? this : new Bytes(Arrays.copyOfRange(content, from, to));
  }

  public boolean startsWith(Bytes prefix) {
    int n = prefix.content.length;
    return n <= content.length && Arrays.equals(content, 0, n, prefix.content, 0, n);
  }

  /// A read-only little-endian view, position 0; the meter writes all numbers little-endian.
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(content).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  public byte[] toArray() {
    return content.clone();
  }

  /// SHA-256 of the content as 64 lower-case hexadecimal digits.
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /// Length and the first bytes, for messages; never the whole content.
  @Override
  public String toString() {
    int shown = Math.min(16, content.length);
    return content.length + " bytes [" + HexFormat.of().formatHex(content, 0, shown)
        + (shown < content.length ? "…" : "") + "]";
  }
}
