package org.semcollector.app.health;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.semcollector.app.gap.Gap;

/// Hours that no reading covers, by cause; what the meter still has is not among them.
record MissingHours(Map<Gap.Cause, Double> hours) {
  MissingHours {
    hours = new EnumMap<>(hours);
  }

  static MissingHours of(Collection<Gap> gaps) {
    var hours = new EnumMap<Gap.Cause, Double>(Gap.Cause.class);
    for (Gap gap : gaps) {
      if (isMissing(gap))
        hours.merge(gap.cause(), hours(gap.length()), Double::sum);
    }
    return new MissingHours(hours);
  }

  /// A meter without power measures nothing, but nobody knows what was used elsewhere: the time is missing all the same.
  private static boolean isMissing(Gap gap) {
    return gap.cause() == Gap.Cause.OUTAGE
        || (gap.state() != Gap.State.RECOVERABLE && gap.state() != Gap.State.COMPLETE);
  }

  private static double hours(Duration length) {
    return length.toMillis() / 3_600_000.0;
  }

  double sum() {
    return hours.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
