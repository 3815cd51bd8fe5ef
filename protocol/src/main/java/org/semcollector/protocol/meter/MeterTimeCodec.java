package org.semcollector.protocol.meter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.powerloss.PowerLossLog;

/// The body of `POST /time`: u64 little-endian, milliseconds since 1970. The meter drops the milliseconds.
public final class MeterTimeCodec {
  /// The meter keeps seconds in a signed 32-bit number: a later time would set it back to 1901.
  public static final Instant LAST = Instant.ofEpochSecond(Integer.MAX_VALUE);

  private MeterTimeCodec() {}

  /// @throws IllegalArgumentException when the meter would not take the time for what it is, see [#canBeSet]
  public static Bytes encode(Instant time) {
    if (!canBeSet(time))
      throw new IllegalArgumentException("a meter's clock cannot be set to " + time);
    return Bytes.copyOf(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(time.toEpochMilli()).array());
  }

  /// The time in a body, or empty when it is not 8 bytes or not a time that can be set.
  public static Optional<Instant> decode(Bytes body) {
    if (body.length() != Long.BYTES)
      return Optional.empty();
    long millis = body.buffer().getLong();
    return Optional.of(Instant.ofEpochMilli(millis)).filter(MeterTimeCodec::canBeSet);
  }

  /// Whether a time is after every meter was made and within the meter's clock; a clock set earlier would pass for one
  /// that was never set.
  public static boolean canBeSet(Instant time) {
    return time.toEpochMilli() >= PowerLossLog.CLOCK_SET_SINCE_MILLIS && !time.isAfter(LAST);
  }
}
