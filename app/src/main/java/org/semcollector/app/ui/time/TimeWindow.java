package org.semcollector.app.ui.time;

import java.time.Duration;
import java.time.Instant;

/// The part of a time line that is seen.
record TimeWindow(Instant from, Instant to) {
  private static final Duration SHORTEST = Duration.ofHours(2);

  TimeWindow {
    if (!from.isBefore(to))
      throw new IllegalArgumentException("nothing is seen");
  }

  Duration length() {
    return Duration.between(from, to);
  }

  /// Where a time lies: 0 = left edge, 1 = right edge; outside less or more.
  double position(Instant at) {
    return (double) Duration.between(from, at).toMillis() / length().toMillis();
  }

  Instant at(double position) {
    return from.plusMillis(Math.round(position * length().toMillis()));
  }

  /// Shows `factor` times as much, what lies at a position stays there; never more than the whole.
  TimeWindow zoomed(double factor, double around, TimeWindow whole) {
    long wanted = Math.round(length().toMillis() * factor);
    long millis = Math.clamp(wanted, Math.min(SHORTEST.toMillis(), whole.length().toMillis()),
        whole.length().toMillis());
    Instant start = at(around).minusMillis(Math.round(around * millis));
    return new TimeWindow(start, start.plusMillis(millis)).inside(whole);
  }

  /// Moves by a share of what is seen; never beyond the whole.
  TimeWindow moved(double share, TimeWindow whole) {
    long by = Math.round(share * length().toMillis());
    return new TimeWindow(from.plusMillis(by), to.plusMillis(by)).inside(whole);
  }

  /// Moves as little as needed to show a time.
  TimeWindow showing(Instant at, TimeWindow whole) {
    double position = position(at);
    return position >= 0 && position <= 1 ? this : moved(position - 0.5, whole);
  }

  private TimeWindow inside(TimeWindow whole) {
    Duration length = length().compareTo(whole.length()) > 0 ? whole.length() : length();
    if (from.isBefore(whole.from))
      return new TimeWindow(whole.from, whole.from.plus(length));
    return from.plus(length).isAfter(whole.to) ? new TimeWindow(whole.to.minus(length), whole.to) : this;
  }
}
