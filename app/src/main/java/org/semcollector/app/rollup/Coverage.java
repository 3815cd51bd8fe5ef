package org.semcollector.app.rollup;

import java.util.Arrays;

/// The time covered by readings, several channels counted once. Intervals come in the order of their ends.
final class Coverage {
  /// Takes time that was not covered before, ms since 1970.
  interface Added {
    void take(long from, long to);
  }

  /// Stretches without a break that may still grow, oldest first.
  private long[] from = new long[8];
  private long[] to = new long[8];
  private int count;

  /// Adds an interval.
  ///
  /// @param added told the parts of it that were not covered before
  void add(long start, long end, Added added) {
    long uncoveredTo = end;
    long stretchFrom = start;
    while (count > 0 && to[count - 1] >= start) {
      count--;
      if (to[count] < uncoveredTo)
        added.take(to[count], uncoveredTo);
      uncoveredTo = Math.min(uncoveredTo, from[count]);
      stretchFrom = Math.min(stretchFrom, from[count]);
      if (from[count] <= start)
        break;
    }
    if (start < uncoveredTo)
      added.take(start, uncoveredTo);
    append(stretchFrom, end);
  }

  private void append(long start, long end) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
    }
    from[count] = start;
    to[count++] = end;
  }
}
