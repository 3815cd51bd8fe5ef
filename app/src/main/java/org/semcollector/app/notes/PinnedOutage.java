package org.semcollector.app.notes;

import java.time.Instant;
import java.util.Comparator;

/// An outage of which somebody knows when it was.
///
/// @param bootMillis which outage of the meter's log: the meter's clock when it ran on after it, ms since 1970
/// @param from when the power went, by true time
/// @param to when it came back
public record PinnedOutage(long bootMillis, Instant from, Instant to) implements Comparable<PinnedOutage> {
  private static final Comparator<PinnedOutage> ORDER = Comparator.comparing(PinnedOutage::from)
      .thenComparing(PinnedOutage::to).thenComparingLong(PinnedOutage::bootMillis);

  /// @throws IllegalArgumentException unless it ends after it began
  public PinnedOutage {
    if (!from.isBefore(to))
      throw new IllegalArgumentException("an outage ends after it began");
  }

  @Override
  public int compareTo(PinnedOutage other) {
    return ORDER.compare(this, other);
  }
}
