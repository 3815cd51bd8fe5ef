package org.semcollector.app.laptopclock;

import java.time.Instant;
import java.util.Optional;

/// Times the laptop has reached before, as its data tell.
public interface PastTimes {
  /// Start of the newest visit in the journal; empty when there is none or it cannot be read.
  Optional<Instant> newestVisit();

  /// Time of the newest reading of any meter.
  Optional<Instant> newestReading();
}
