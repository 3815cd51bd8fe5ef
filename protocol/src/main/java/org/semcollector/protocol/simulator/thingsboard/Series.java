package org.semcollector.protocol.simulator.thingsboard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The values of one key by their stamps, in little memory: a million of them must fit beside a benchmark.
final class Series {
  private static final byte REAL = 0;
  private static final byte WHOLE = 1;
  private static final byte OTHER = 2;
  /// Whole numbers up to here are exact as doubles.
  private static final long EXACT = 1L << 53;

  private long[] stamps = new long[16];
  private double[] numbers = new double[16];
  private byte[] kinds = new byte[16];
  private int size;
  private final Map<Long, TelemetryValue> others = new HashMap<>();

  int size() {
    return size;
  }

  long stamp(int index) {
    return stamps[index];
  }

  TelemetryValue value(int index) {
    return switch (kinds[index]) {
      case REAL -> new TelemetryValue.Real(numbers[index]);
      case WHOLE -> new TelemetryValue.Whole((long) numbers[index]);
      default -> others.getOrDefault(stamps[index], new TelemetryValue.Words(""));
    };
  }

  /// Index of the first value at or after a stamp.
  int firstAt(long stamp) {
    if (size == 0 || stamp > stamps[size - 1])
      return size;
    int found = Arrays.binarySearch(stamps, 0, size, stamp);
    return found >= 0 ? found : -found - 1;
  }

  void put(long stamp, TelemetryValue value) {
    int index = firstAt(stamp);
    if (index == size || stamps[index] != stamp) {
      insert(index, stamp);
    }
    others.remove(stamp);
    switch (value) {
      case TelemetryValue.Real(double number) -> set(index, number, REAL);
      case TelemetryValue.Whole(long number) when Math.abs(number) <= EXACT -> set(index, (double) number, WHOLE);
      default -> {
        set(index, 0, OTHER);
        others.put(stamp, value);
      }
    }
  }

  private void set(int index, double number, byte kind) {
    numbers[index] = number;
    kinds[index] = kind;
  }

  private void insert(int index, long stamp) {
    if (size == stamps.length) {
      int more = size + size / 2;
      stamps = Arrays.copyOf(stamps, more);
      numbers = Arrays.copyOf(numbers, more);
      kinds = Arrays.copyOf(kinds, more);
    }
    move(index, index + 1);
    stamps[index] = stamp;
    size++;
  }

  /// Removes the values from `start` (inclusive) to `end` (exclusive).
  void remove(long start, long end) {
    int from = firstAt(start);
    int to = Math.max(from, firstAt(end));
    for (int i = from; i < to; i++) {
      others.remove(stamps[i]);
    }
    move(to, from);
    size -= to - from;
  }

  private void move(int from, int to) {
    System.arraycopy(stamps, from, stamps, to, size - from);
    System.arraycopy(numbers, from, numbers, to, size - from);
    System.arraycopy(kinds, from, kinds, to, size - from);
  }

  Series copy() {
    var copy = new Series();
    copy.stamps = stamps.clone();
    copy.numbers = numbers.clone();
    copy.kinds = kinds.clone();
    copy.size = size;
    copy.others.putAll(others);
    return copy;
  }
}
