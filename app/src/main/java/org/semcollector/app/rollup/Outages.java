package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.semcollector.app.store.ReadingStore.Range;

/// When a meter is known to have been without power. Years have hundreds of outages and thousands of hours, so the time
/// without power up to a moment is looked up, not added up.
final class Outages {
  static final Outages NONE = new Outages(List.of());

  /// Outages that do not touch, oldest first, ms since 1970.
  private final long[] from;
  private final long[] to;
  /// How long the outages before each lasted together.
  private final long[] before;

  Outages(List<Range> times) {
    List<Range> sorted = times.stream().sorted(Comparator.comparing(Range::from)).toList();
    long[] starts = new long[sorted.size()];
    long[] ends = new long[sorted.size()];
    int count = 0;
    for (Range time : sorted) {
      long start = time.from().toEpochMilli();
      if (count > 0 && start <= ends[count - 1]) {
        ends[count - 1] = Math.max(ends[count - 1], time.to().toEpochMilli());
      } else {
        starts[count] = start;
        ends[count++] = time.to().toEpochMilli();
      }
    }
    from = Arrays.copyOf(starts, count);
    to = Arrays.copyOf(ends, count);
    before = new long[count];
    for (int i = 1; i < count; i++)
      before[i] = before[i - 1] + to[i - 1] - from[i - 1];
  }

  /// How long it was without power between two times.
  Duration between(Instant start, Instant end) {
    return from.length == 0
        ? Duration.ZERO
        : Duration.ofMillis(until(end.toEpochMilli()) - until(start.toEpochMilli()));
  }

  private long until(long millis) {
    int found = Arrays.binarySearch(from, millis);
    int last = found >= 0 ? found : -found - 2;
    return last < 0 ? 0 : before[last] + Math.min(millis, to[last]) - from[last];
  }
}
