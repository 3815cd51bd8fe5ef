package org.semcollector.app.store.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;

/// Verbatim records in columns; numbers are kept as the bits they were sent as, so that the same bytes come back. See
/// [ReadingCodec] for the places in a record.
public final class Records {
  static final int LENGTH = ReadingCodec.RECORD_LENGTH;

  final short[] channel;
  final int[] active;
  final int[] apparent;
  final int[] current;
  final int[] voltage;
  final int[] energy;
  final long[] stamp;

  Records(int count) {
    this(new short[count], new int[count], new int[count], new int[count], new int[count], new int[count],
        new long[count]);
  }

  private Records(short[] channel, int[] active, int[] apparent, int[] current, int[] voltage, int[] energy,
      long[] stamp) {
    this.channel = channel;
    this.active = active;
    this.apparent = apparent;
    this.current = current;
    this.voltage = voltage;
    this.energy = energy;
    this.stamp = stamp;
  }

  /// @param bytes whole records, one after the other
  public static Records of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var records = new Records(bytes.length / LENGTH);
    for (int i = 0; i < records.count(); i++) {
      records.channel[i] = in.getShort();
      records.active[i] = in.getInt();
      records.apparent[i] = in.getInt();
      records.current[i] = in.getInt();
      records.voltage[i] = in.getInt();
      records.energy[i] = in.getInt();
      records.stamp[i] = in.getLong();
    }
    return records;
  }

  public int count() {
    return stamp.length;
  }

  public int channel(int i) {
    return Short.toUnsignedInt(channel[i]);
  }

  public float activePowerW(int i) {
    return Float.intBitsToFloat(active[i]);
  }

  public float apparentPowerVa(int i) {
    return Float.intBitsToFloat(apparent[i]);
  }

  public float currentA(int i) {
    return Float.intBitsToFloat(current[i]);
  }

  public float voltageV(int i) {
    return Float.intBitsToFloat(voltage[i]);
  }

  /// As sent, not yet scaled by the save period.
  public float intervalEnergyKwh(int i) {
    return Float.intBitsToFloat(energy[i]);
  }

  /// The meter's own stamp, ms.
  public long deviceMillis(int i) {
    return stamp[i];
  }

  /// All stamps.
  public long[] stamps() {
    return stamp.clone();
  }

  public Reading reading(int i) {
    return new Reading(channel(i), activePowerW(i), apparentPowerVa(i), currentA(i), voltageV(i), intervalEnergyKwh(i),
        deviceMillis(i));
  }

  /// The bytes of one record.
  public Bytes raw(int i) {
    return Bytes
        .copyOf(ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN).putShort(channel[i]).putInt(active[i])
            .putInt(apparent[i]).putInt(current[i]).putInt(voltage[i]).putInt(energy[i]).putLong(stamp[i]).array());
  }

  /// These and then those.
  public Records and(Records more) {
    var both = new Records(Arrays.copyOf(channel, count() + more.count()), join(active, more.active),
        join(apparent, more.apparent), join(current, more.current), join(voltage, more.voltage),
        join(energy, more.energy), Arrays.copyOf(stamp, count() + more.count()));
    System.arraycopy(more.channel, 0, both.channel, count(), more.count());
    System.arraycopy(more.stamp, 0, both.stamp, count(), more.count());
    return both;
  }

  private static int[] join(int[] left, int[] right) {
    int[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  /// Only what a meter can have sent was stored.
  ///
  /// @throws PackException when a record is something else
  public void check() throws PackException {
    for (int i = 0; i < count(); i++) {
      if (!ReadingCodec.isPossible(channel(i), deviceMillis(i)))
        throw new PackException("stored record " + i + " cannot be decoded");
    }
  }
}
