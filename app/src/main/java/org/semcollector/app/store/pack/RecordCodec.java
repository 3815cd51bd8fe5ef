package org.semcollector.app.store.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.semcollector.protocol.reading.ReadingCodec;

/// Verbatim 30-byte records, packed. What a record says of itself is foretold, and only the difference is kept: the
/// apparent power from voltage times current, the active from the apparent power, the stamp from the one before. The
/// columns are then split into planes of bytes, because the upper bytes of neighbours are alike, and deflated. All
/// arithmetic is on the bits, modulo 2 to the 32 or 64, so that any bytes come back as they were.
public final class RecordCodec {
  private static final int LENGTH = ReadingCodec.RECORD_LENGTH;
  private static final int CHANNEL = 0;
  private static final int ACTIVE = 2;
  private static final int APPARENT = 6;
  private static final int CURRENT = 10;
  private static final int VOLTAGE = 14;
  private static final int ENERGY = 18;
  private static final int STAMP = 22;

  private RecordCodec() {}

  /// @param records whole records, one after the other
  public static byte[] pack(byte[] records) {
    int count = records.length / LENGTH;
    ByteBuffer in = ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN);
    var planes = new byte[count * LENGTH];
    long before = 0;
    for (int i = 0; i < count; i++) {
      int at = i * LENGTH;
      int apparent = in.getInt(at + APPARENT);
      int current = in.getInt(at + CURRENT);
      int voltage = in.getInt(at + VOLTAGE);
      long stamp = in.getLong(at + STAMP);
      put(planes, CHANNEL, 2, i, count, in.getShort(at + CHANNEL));
      put(planes, ACTIVE, 4, i, count, zigzag(in.getInt(at + ACTIVE) - apparent));
      put(planes, APPARENT, 4, i, count, zigzag(apparent - product(current, voltage)));
      put(planes, CURRENT, 4, i, count, current);
      put(planes, VOLTAGE, 4, i, count, voltage);
      put(planes, ENERGY, 4, i, count, in.getInt(at + ENERGY));
      put(planes, STAMP, 8, i, count, Varints.zigzag(stamp - before));
      before = stamp;
    }
    return Deflated.of(planes);
  }

  /// The records again.
  ///
  /// @param count how many there are
  public static byte[] unpack(byte[] packed, int count) throws PackException {
    byte[] planes = Deflated.plain(packed, 0, count * LENGTH);
    ByteBuffer out = ByteBuffer.allocate(count * LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    long stamp = 0;
    for (int i = 0; i < count; i++) {
      int current = (int) get(planes, CURRENT, 4, i, count);
      int voltage = (int) get(planes, VOLTAGE, 4, i, count);
      int apparent = unzigzag((int) get(planes, APPARENT, 4, i, count)) + product(current, voltage);
      stamp += Varints.unzigzag(get(planes, STAMP, 8, i, count));
      out.putShort((short) get(planes, CHANNEL, 2, i, count))
          .putInt(unzigzag((int) get(planes, ACTIVE, 4, i, count)) + apparent)
          .putInt(apparent)
          .putInt(current)
          .putInt(voltage)
          .putInt((int) get(planes, ENERGY, 4, i, count))
          .putLong(stamp);
    }
    return out.array();
  }

  // floatToIntBits makes all NaN one: which one a processor gives is its own affair
  private static int product(int currentBits, int voltageBits) {
    return Float.floatToIntBits(Float.intBitsToFloat(currentBits) * Float.intBitsToFloat(voltageBits));
  }

  private static int zigzag(int value) {
    return value << 1 ^ value >> 31;
  }

  private static int unzigzag(int value) {
    return value >>> 1 ^ -(value & 1);
  }

  /// Byte k of value i of a column is at (offset + k) * count + i.
  private static void put(byte[] planes, int offset, int width, int i, int count, long value) {
    for (int k = 0; k < width; k++) {
      planes[(offset + k) * count + i] = (byte) (value >>> (8 * k));
    }
  }

  private static long get(byte[] planes, int offset, int width, int i, int count) {
    long value = 0;
    for (int k = 0; k < width; k++) {
      value |= (planes[(offset + k) * count + i] & 0xFFL) << (8 * k);
    }
    return value;
  }
}
