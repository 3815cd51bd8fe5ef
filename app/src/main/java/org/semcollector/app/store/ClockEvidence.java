package org.semcollector.app.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.semcollector.protocol.powerloss.PowerLossLog;

/// What is known of a meter's clock before its next stretch of readings.
///
/// @param setAt when the clock was set last, no boot known since; empty when nothing says that it was right then
/// @param bootsUsed entries of the power-loss log that are older than the next stretch
/// @param maybeSetAt a clock set whose reply was lost; the next stamps tell whether it happened
/// @param bootsAtMaybe entries of the log before that clock set
public record ClockEvidence(Optional<Instant> setAt, int bootsUsed, Optional<Instant> maybeSetAt, int bootsAtMaybe) {
  public static final ClockEvidence NONE = new ClockEvidence(Optional.empty(), 0, Optional.empty(), 0);
  /// The meter drops the milliseconds of the time it is given.
  private static final Duration TRUNCATION = Duration.ofSeconds(1);
  /// A save period is up to 4 s longer than its nominal length.
  private static final Duration SLACK = Duration.ofSeconds(30);

  /// A clock set was sent, its reply is not known yet.
  ClockEvidence sent(Instant sent, int bootsInLog) {
    return new ClockEvidence(setAt, bootsUsed, Optional.of(sent), bootsInLog);
  }

  /// The clock set last sent was answered, or the stamps prove it.
  ClockEvidence confirmed() {
    return maybeSetAt.isEmpty() ? this : new ClockEvidence(maybeSetAt, bootsAtMaybe, Optional.empty(), 0);
  }

  /// Decides a clock set without reply by the first stamp after it. After a clock set the next stamp is at most one
  /// period later, whatever outages follow: each boot puts the clock back to the stored time of the set.
  ClockEvidence decidedBy(long firstDeviceMillis, Duration period) {
    if (maybeSetAt.isEmpty())
      return this;
    Instant stamp = Instant.ofEpochMilli(firstDeviceMillis);
    boolean happened = !stamp.isBefore(maybeSetAt.get().minus(TRUNCATION))
        && !stamp.isAfter(maybeSetAt.get().plus(period).plus(SLACK));
    return happened ? confirmed() : new ClockEvidence(setAt, bootsUsed, Optional.empty(), 0);
  }

  /// The boots of the next stretch. A log shorter than what was used has been erased since.
  PowerLossLog newBoots(PowerLossLog log) {
    int from = bootsUsed > log.boots() ? 0 : bootsUsed;
    return new PowerLossLog(log.entries().subList(from, log.boots()));
  }

  /// A stretch was stored with these boots: after a boot the clock lags by an unknown time.
  ClockEvidence afterStretch(PowerLossLog log) {
    return new ClockEvidence(newBoots(log).boots() == 0 ? setAt : Optional.empty(), log.boots(), maybeSetAt,
        bootsAtMaybe);
  }

  /// The log was erased here: its entries start anew, the clock runs on.
  ClockEvidence logErased() {
    return new ClockEvidence(setAt, 0, maybeSetAt, 0);
  }

  /// Somebody else erased the meter: boots may have gone unseen, the clock may have been set.
  ClockEvidence erasedElsewhere() {
    return NONE;
  }
}
