package org.semcollector.protocol.meter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import org.semcollector.protocol.Bytes;

/// The body of `POST /time`: u64 little-endian, milliseconds since 1970. The meter drops the milliseconds.
public final class MeterTimeCodec {
  private MeterTimeCodec() {}

  public static Bytes encode(Instant time) {
    return Bytes.copyOf(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(time.toEpochMilli()).array());
  }
}
