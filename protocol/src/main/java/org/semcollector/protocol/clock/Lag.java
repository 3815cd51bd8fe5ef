package org.semcollector.protocol.clock;

/// How far a meter's clock is behind the truth, as far as it is known.
///
/// @param likelyMillis the best estimate
/// @param leastMillis start of the interval, not more than the estimate
/// @param mostMillis end of the interval, not less than the estimate
record Lag(long likelyMillis, long leastMillis, long mostMillis) {
  static final Lag NONE = new Lag(0, 0, 0);
  /// Between two saves pass a period, up to 3 s and now and then a wait while a client holds the meter's storage.
  static final long LATE_SAVE_MILLIS = 15_000;

  Lag {
    if (leastMillis > likelyMillis || mostMillis < likelyMillis) {
      throw new IllegalArgumentException("the interval does not hold the estimate");
    }
  }

  /// The clock was last seen at a run's last stamp; at the given true time the next save was still to come.
  static Lag at(long trueMillis, ClockRun run) {
    long sinceSeen = trueMillis - run.lastSeenMillis();
    long period = run.period().toMillis();
    return new Lag(sinceSeen - period / 2, sinceSeen - period - LATE_SAVE_MILLIS, sinceSeen);
  }

  /// None so far as is known, perhaps up to the given one.
  static Lag upTo(long mostMillis) {
    return new Lag(0, 0, Math.max(0, mostMillis));
  }

  /// Two lags that add up.
  Lag plus(Lag other) {
    return new Lag(likelyMillis + other.likelyMillis, leastMillis + other.leastMillis, mostMillis + other.mostMillis);
  }
}
