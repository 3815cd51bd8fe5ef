package org.semcollector.app.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/// How strongly an access point is received, and when at all.
@FunctionalInterface
public interface Presence {
  /// Signal in dBm at a moment; empty when the access point is out of range then.
  OptionalInt signalDbmAt(Instant at);

  /// Never received.
  Presence NEVER = _ -> OptionalInt.empty();

  /// Always received the same.
  static Presence always(int signalDbm) {
    return _ -> OptionalInt.of(signalDbm);
  }

  /// Somebody walks around the site again and again: the access point comes into range, grows stronger, is passed and
  /// fades away, at times of its own that depend on the seed alone.
  ///
  /// @param strongestDbm at the moment it is passed
  /// @param round how long a round takes
  static Presence passedEvery(Duration round, int strongestDbm, long seed) {
    var random = new SplittableRandom(seed);
    long roundMillis = round.toMillis();
    long inRange = roundMillis * (20 + random.nextInt(40)) / 100;
    long begins = random.nextLong(roundMillis);
    return at -> {
      long since = Math.floorMod(at.toEpochMilli() - begins, roundMillis);
      if (since >= inRange)
        return OptionalInt.empty();
      double fromTheMiddle = Math.abs(2.0 * since / inRange - 1);
      return OptionalInt.of(Math.max(WEAKEST_DBM, (int) Math.round(strongestDbm - fromTheMiddle * FADE_DB)));
    };
  }

  /// The least that can be received.
  int WEAKEST_DBM = -92;
  /// How much weaker at the edge of its range.
  int FADE_DB = 25;
}
