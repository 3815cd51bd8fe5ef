package org.semcollector.app.rollup;

import java.util.Arrays;
import java.util.List;

/// Sums of hours or days by their starts, oldest first; those without readings are left out.
final class SumsSeries {
  private static final int FIRST_ROOM = 32;

  private long[] starts = new long[FIRST_ROOM];
  private Sums[] sums = new Sums[FIRST_ROOM];
  private int size;

  /// @param start ms since 1970
  /// @throws IllegalArgumentException unless it is after the last one
  void add(long start, Sums added) {
    if (size > 0 && start <= starts[size - 1])
      throw new IllegalArgumentException(start + " is not after " + starts[size - 1]);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      sums = Arrays.copyOf(sums, 2 * size);
    }
    starts[size] = start;
    sums[size++] = added;
  }

  /// Adds what another one has from a time to another one, that one excluded.
  void addAll(SumsSeries other, long from, long to) {
    for (int i = other.indexFrom(from); i < other.size && other.starts[i] < to; i++)
      add(other.starts[i], other.sums[i]);
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /// ms since 1970.
  long start(int i) {
    return starts[i];
  }

  Sums sums(int i) {
    return sums[i];
  }

  long firstStart() {
    return starts[0];
  }

  long lastStart() {
    return starts[size - 1];
  }

  /// Of the first one at a time or after it.
  int indexFrom(long millis) {
    int found = Arrays.binarySearch(starts, 0, size, millis);
    return found >= 0 ? found : -found - 1;
  }

  /// Those from an index to another one, that one excluded.
  List<Sums> between(int from, int to) {
    return Arrays.asList(sums).subList(from, to);
  }
}
