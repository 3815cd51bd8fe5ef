package org.semcollector.protocol.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.WebPage;

/// The 30-byte telemetry record, little-endian, no padding:
///
/// | offset | size | field | unit |
/// |---|---|---|---|
/// | 0 | u16 | channel (`ct_id`) | 1..3 |
/// | 2 | f32 | active power | W |
/// | 6 | f32 | apparent power | VA |
/// | 10 | f32 | current | A |
/// | 14 | f32 | voltage | V |
/// | 18 | f32 | energy of the period | kWh |
/// | 22 | u64 | device clock | ms since 1970 |
public final class ReadingCodec {
  /// Bytes of one record.
  public static final int RECORD_LENGTH = 30;
  /// The firmware's clock is a signed 32-bit count of seconds at its narrowest, an unsigned one at its widest.
  static final long LAST_DEVICE_MILLIS = 0xFFFF_FFFFL * 1000 + 999;
  /// More than any meter's flash can hold (60,674 records are 1.8 MB).
  public static final int LONGEST_BODY = 8 * 1024 * 1024;

  private ReadingCodec() {}

  /// Decodes a whole telemetry body; total: any bytes give a result, an empty body gives no readings.
  public static DecodedReadings decode(Bytes body) {
    if (body.length() > LONGEST_BODY) {
      return new DecodedReadings.Malformed(List.of(), LONGEST_BODY, "longer than any meter can store");
    }
    if (WebPage.isIn(body)) {
      return new DecodedReadings.Malformed(List.of(), 0, "a web page, not meter data");
    }
    var readings = new ArrayList<Reading>(body.length() / RECORD_LENGTH);
    ByteBuffer in = body.buffer();
    while (in.remaining() >= RECORD_LENGTH) {
      int offset = in.position();
      Reading reading = read(in);
      if (reading.channel() < 1 || reading.channel() > 3) {
        return new DecodedReadings.Malformed(readings, offset, "channel " + reading.channel() + " is not 1 to 3");
      }
      if (reading.deviceMillis() < 0 || reading.deviceMillis() > LAST_DEVICE_MILLIS) {
        return new DecodedReadings.Malformed(readings, offset,
            "the time stamp " + Long.toUnsignedString(reading.deviceMillis()) + " ms is beyond the meter's clock");
      }
      readings.add(reading);
    }
    if (in.hasRemaining()) {
      return new DecodedReadings.Malformed(readings, in.position(),
          "the last record has " + in.remaining() + " of " + RECORD_LENGTH + " bytes");
    }
    return new DecodedReadings.Complete(readings);
  }

  /// The bytes a meter sends for these readings; inverse of [#decode] for readings it accepts.
  public static Bytes encode(List<Reading> readings) {
    var out = ByteBuffer.allocate(readings.size() * RECORD_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    for (Reading r : readings) {
      out.putShort((short) r.channel())
          .putFloat(r.activePowerW())
          .putFloat(r.apparentPowerVa())
          .putFloat(r.currentA())
          .putFloat(r.voltageV())
          .putFloat(r.intervalEnergyKwh())
          .putLong(r.deviceMillis());
    }
    return Bytes.copyOf(out.array());
  }

  /// Whether a meter can have sent such a record.
  public static boolean isPossible(int channel, long deviceMillis) {
    return channel >= 1 && channel <= 3 && deviceMillis >= 0 && deviceMillis <= LAST_DEVICE_MILLIS;
  }

  private static Reading read(ByteBuffer in) {
    return new Reading(Short.toUnsignedInt(in.getShort()), in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat(),
        in.getFloat(), in.getLong());
  }
}
