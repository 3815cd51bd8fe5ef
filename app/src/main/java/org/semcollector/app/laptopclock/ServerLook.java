package org.semcollector.app.laptopclock;

import java.time.Duration;
import java.util.Optional;

/// What the last look at a server's clock says about the laptop's now.
final class ServerLook {
  /// A difference that does not matter to readings of an hour.
  static final Duration TOLERANCE = Duration.ofSeconds(30);
  /// Counters run by the same crystal as clocks: 100 of a million are the worst.
  private static final double DRIFT = 100e-6;

  private final ClockFacts facts;
  private final ClockObservation seen;

  ServerLook(ClockFacts facts, ClockObservation seen) {
    this.facts = facts;
    this.seen = seen;
  }

  /// How far the laptop is ahead by the counter since then; empty when the counter started anew, or stood still while
  /// the computer slept.
  Optional<Duration> aheadNow() {
    if (!seen.run().equals(facts.uptime().run()))
      return Optional.empty();
    Duration since = since();
    if (since.isNegative())
      return Optional.empty();
    Duration ahead = Duration.between(seen.said().plus(since), facts.now());
    boolean mayHaveSlept = !facts.uptime().countsSleep() && ahead.compareTo(allowedNow()) > 0;
    return mayHaveSlept ? Optional.empty() : Optional.of(ahead);
  }

  /// What of that the look itself and the counter can explain.
  Duration allowedNow() {
    return allowedThen().plus(Duration.ofNanos((long) (since().toNanos() * DRIFT)));
  }

  boolean agreesNow(Duration ahead) {
    return ahead.abs().compareTo(allowedNow()) <= 0;
  }

  /// Time never goes back: the laptop shows less than what the server said before.
  boolean isLater() {
    return facts.now().isBefore(seen.said().minus(allowedThen()));
  }

  boolean agreedThen() {
    return seen.laptopAhead().abs().compareTo(allowedThen()) <= 0;
  }

  ClockObservation seen() {
    return seen;
  }

  private Duration allowedThen() {
    return seen.uncertainty().plus(TOLERANCE);
  }

  private Duration since() {
    return Duration.ofNanos(facts.uptime().nanos() - seen.monotonicNanos());
  }
}
