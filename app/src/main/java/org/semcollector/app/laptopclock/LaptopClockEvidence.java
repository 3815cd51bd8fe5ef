package org.semcollector.app.laptopclock;

import java.util.Optional;

/// Remembers the last look at a better clock, from one start of the program to the next.
public interface LaptopClockEvidence {
  /// Takes in a look. May keep only some of many in a row.
  void seen(ClockObservation observation);

  /// The last one that was kept.
  Optional<ClockObservation> last();
}
