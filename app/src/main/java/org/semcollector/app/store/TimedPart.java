package org.semcollector.app.store;

import java.util.List;
import org.semcollector.protocol.clock.CorrectedTime;

/// A run of new readings with their times.
///
/// @param stretch what they were placed by
/// @param times one per reading, same order
record TimedPart(Stretch stretch, List<CorrectedTime> times) {
  TimedPart {
    times = List.copyOf(times);
  }
}
