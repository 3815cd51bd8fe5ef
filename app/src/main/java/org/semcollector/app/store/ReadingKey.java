package org.semcollector.app.store;

/// Where a reading stands: its identity. Never a time, times are corrected.
///
/// As one number, `meter << 44 | epoch << 24 | position`, it clusters a meter's readings in stored order.
///
/// @param meter the store's number of the meter, 1 to 524,287
/// @param epoch erase epoch within the meter, from 1
/// @param position record number in the epoch's byte stream, from 0
public record ReadingKey(int meter, int epoch, int position) {
  private static final int EPOCH_SHIFT = 24;
  private static final int METER_SHIFT = 44;
  private static final int LAST_METER = (1 << (63 - METER_SHIFT)) - 1;
  private static final int LAST_EPOCH = (1 << (METER_SHIFT - EPOCH_SHIFT)) - 1;
  /// The largest position.
  public static final int LAST_POSITION = (1 << EPOCH_SHIFT) - 1;

  public ReadingKey {
    if (meter < 0 || meter > LAST_METER || epoch < 0 || epoch > LAST_EPOCH || position < 0
        || position > LAST_POSITION) {
      throw new IllegalArgumentException("no such key: " + meter + "/" + epoch + "/" + position);
    }
  }

  /// The key in a stored number; inverse of [#value].
  public static ReadingKey of(long value) {
    return new ReadingKey((int) (value >>> METER_SHIFT), (int) (value >>> EPOCH_SHIFT) & LAST_EPOCH,
        (int) value & LAST_POSITION);
  }

  /// The smallest number any reading of a meter can have.
  public static long firstOf(int meter) {
    return new ReadingKey(meter, 0, 0).value();
  }

  /// The largest number any reading of a meter can have.
  public static long lastOf(int meter) {
    return new ReadingKey(meter, LAST_EPOCH, LAST_POSITION).value();
  }

  /// The key as one number.
  public long value() {
    return (long) meter << METER_SHIFT | (long) epoch << EPOCH_SHIFT | position;
  }
}
