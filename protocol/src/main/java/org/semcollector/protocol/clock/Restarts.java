package org.semcollector.protocol.clock;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Finds the boot that a save followed: the first save after a boot comes one period after the time it was put back to.
final class Restarts {
  /// Boots without a save between them log the same stored time, a few ms apart.
  static final long SAME_OUTAGE_MILLIS = 2_000;
  private static final long SAVED_EARLY_MILLIS = 5_000;
  private static final long SAVED_LATE_MILLIS = 15_000;

  private final long[] bootMillis;
  private final int[] order;

  private Restarts(long[] bootMillis, int[] order) {
    this.bootMillis = bootMillis;
    this.order = order;
  }

  static Restarts of(Collection<Long> boots) {
    long[] logged = boots.stream().mapToLong(Long::longValue).toArray();
    int[] order = IntStream.range(0, logged.length)
        .boxed()
        .sorted((a, b) -> Long.compare(logged[a], logged[b]))
        .mapToInt(Integer::intValue)
        .toArray();
    return new Restarts(IntStream.of(order).mapToLong(i -> logged[i]).toArray(), order);
  }

  /// The position in the log of the boot one period before a save, or empty when there was none.
  OptionalInt before(Save save) {
    long bootedAt = save.firstMillis() - save.periodMillis();
    int found = Arrays.binarySearch(bootMillis, bootedAt - SAVED_LATE_MILLIS);
    int first = found < 0 ? -found - 1 : found;
    return first < bootMillis.length && bootMillis[first] <= bootedAt + SAVED_EARLY_MILLIS
        ? OptionalInt.of(order[first])
        : OptionalInt.empty();
  }
}
