package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.semcollector.app.store.ReadingStore.Range;

/// When a meter is known to have been without power.
record Outages(List<Range> times) {
  static final Outages NONE = new Outages(List.of());

  Outages {
    times = List.copyOf(times);
  }

  /// How long it was without power between two times.
  Duration between(Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    for (Range outage : times) {
      Instant start = outage.from().isAfter(from) ? outage.from() : from;
      Instant end = outage.to().isBefore(to) ? outage.to() : to;
      if (start.isBefore(end))
        sum = sum.plus(Duration.between(start, end));
    }
    return sum;
  }
}
