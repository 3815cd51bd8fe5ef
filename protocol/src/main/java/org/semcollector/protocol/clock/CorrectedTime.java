package org.semcollector.protocol.clock;

import java.time.Instant;

/// When a reading was really taken, as far as the evidence goes. Never replaces the raw stamp.
///
/// @param measuredAt the best estimate of the end of the reading's period
/// @param earliest start of the 90 % interval, not after `measuredAt`
/// @param latest end of the 90 % interval, not before `measuredAt`
/// @param why what the estimate rests on
public record CorrectedTime(Instant measuredAt, Instant earliest, Instant latest, Why why) {
  public CorrectedTime {
    if (earliest.isAfter(measuredAt) || latest.isBefore(measuredAt)) {
      throw new IllegalArgumentException("the interval does not hold the estimate");
    }
  }
}
