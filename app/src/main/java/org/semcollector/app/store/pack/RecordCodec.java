package org.semcollector.app.store.pack;

/// Verbatim 30-byte records, packed. What a record says of itself is foretold, and only the difference is kept: the
/// apparent power from voltage times current, the active from the apparent power, the stamp from the one before. The
/// columns are then split into planes of bytes, because the upper bytes of neighbours are alike, and deflated. All
/// arithmetic is on the bits, modulo 2 to the 32 or 64, so that any bytes come back as they were.
public final class RecordCodec {
  /// Planes of a byte for each record, before which a column begins.
  private static final int CHANNEL = 0;
  private static final int ACTIVE = 2;
  private static final int APPARENT = 6;
  private static final int CURRENT = 10;
  private static final int VOLTAGE = 14;
  private static final int ENERGY = 18;
  private static final int STAMP = 22;

  private RecordCodec() {}

  public static byte[] pack(Records records) {
    int count = records.count();
    var planes = new byte[count * Records.LENGTH];
    long before = 0;
    for (int i = 0; i < count; i++) {
      int apparent = records.apparent[i];
      int current = records.current[i];
      int voltage = records.voltage[i];
      put(planes, CHANNEL, 2, i, count, records.channel[i]);
      put(planes, ACTIVE, 4, i, count, zigzag(records.active[i] - apparent));
      put(planes, APPARENT, 4, i, count, zigzag(apparent - product(current, voltage)));
      put(planes, CURRENT, 4, i, count, current);
      put(planes, VOLTAGE, 4, i, count, voltage);
      put(planes, ENERGY, 4, i, count, records.energy[i]);
      put(planes, STAMP, 8, i, count, Varints.zigzag(records.stamp[i] - before));
      before = records.stamp[i];
    }
    return Deflated.of(planes);
  }

  /// The records again.
  ///
  /// @param count how many there are
  public static Records unpack(byte[] packed, int count) throws PackException {
    byte[] planes = Deflated.plain(packed, 0, count * Records.LENGTH);
    var records = new Records(count);
    get(planes, ACTIVE, records.active);
    get(planes, APPARENT, records.apparent);
    get(planes, CURRENT, records.current);
    get(planes, VOLTAGE, records.voltage);
    get(planes, ENERGY, records.energy);
    var low = new int[count];
    var high = new int[count];
    get(planes, STAMP, low);
    get(planes, STAMP + 4, high);
    long stamp = 0;
    for (int i = 0; i < count; i++) {
      records.channel[i] = (short) ((planes[i] & 0xFF) | planes[count + i] << 8);
      records.apparent[i] = unzigzag(records.apparent[i]) + product(records.current[i], records.voltage[i]);
      records.active[i] = unzigzag(records.active[i]) + records.apparent[i];
      stamp += Varints.unzigzag((long) high[i] << 32 | (low[i] & 0xFFFF_FFFFL));
      records.stamp[i] = stamp;
    }
    return records;
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

  /// Four planes as a column: all of them at once, so that each value is written once.
  private static void get(byte[] planes, int offset, int[] column) {
    int count = column.length;
    int at = offset * count;
    for (int i = 0; i < count; i++)
      column[i] = (planes[at + i] & 0xFF) | (planes[at + count + i] & 0xFF) << 8
          | (planes[at + 2 * count + i] & 0xFF) << 16 | planes[at + 3 * count + i] << 24;
  }
}
