package org.semcollector.app.rollup;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.semcollector.protocol.Bytes;

/// Reads what [PackedWriter] wrote.
final class PackedReader {
  private final ByteBuffer in;

  PackedReader(Bytes bytes) {
    in = ByteBuffer.wrap(bytes.toArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// @throws BufferUnderflowException beyond the end
  long unsigned() {
    long value = 0;
    for (int shift = 0;; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0)
        return value;
    }
  }

  int count() {
    return Math.toIntExact(unsigned());
  }

  long signed() {
    long value = unsigned();
    return value >>> 1 ^ -(value & 1);
  }

  float single() {
    return in.getFloat();
  }

  double full() {
    return in.getDouble();
  }

  String text() {
    var bytes = new byte[count()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  boolean isAtEnd() {
    return !in.hasRemaining();
  }
}
