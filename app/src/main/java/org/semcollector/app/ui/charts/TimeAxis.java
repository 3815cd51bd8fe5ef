package org.semcollector.app.ui.charts;

import java.time.Instant;

/// Places along a stretch of time: 0 at its start, 1 at its end.
record TimeAxis(Instant from, Instant to) {
  long fromMillis() {
    return from.toEpochMilli();
  }

  /// How long the stretch is, ms.
  double millis() {
    return (double) to.toEpochMilli() - from.toEpochMilli();
  }

  double place(Instant at) {
    return place(at.toEpochMilli());
  }

  double place(long atMillis) {
    return (atMillis - fromMillis()) / millis();
  }

  Instant at(double place) {
    return Instant.ofEpochMilli(millisAt(place));
  }

  long millisAt(double place) {
    return fromMillis() + (long) (place * millis());
  }

  /// Values this near in time are said together: channels are read seconds apart.
  long within() {
    return Math.max(1_800_000, (long) (millis() / 2000));
  }
}
