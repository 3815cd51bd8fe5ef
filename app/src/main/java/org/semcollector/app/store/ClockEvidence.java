package org.semcollector.app.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.semcollector.protocol.powerloss.PowerLossLog;

/// What is known of a meter's clock for its next stretch of readings.
///
/// @param setAt when the clock was set last; empty when nothing says that it was right at any time
/// @param bootsBefore entries of the power-loss log that are older than that
/// @param bootsSeen entries of the log when it was read last
/// @param maybeSetAt a clock set whose reply was lost; the next stamps tell whether it happened
public record ClockEvidence(Optional<Instant> setAt, int bootsBefore, int bootsSeen, Optional<Instant> maybeSetAt) {
  public static final ClockEvidence NONE = new ClockEvidence(Optional.empty(), 0, 0, Optional.empty());
  /// The meter drops the milliseconds of the time it is given.
  private static final Duration TRUNCATION = Duration.ofSeconds(1);
  /// A save period is up to 15 s longer than its nominal length.
  private static final Duration SLACK = Duration.ofSeconds(30);

  /// The log was read. A log shorter than before was erased elsewhere, boots may have gone unseen.
  ClockEvidence seen(PowerLossLog log) {
    return log.boots() < bootsSeen
        ? new ClockEvidence(Optional.empty(), 0, log.boots(), maybeSetAt)
        : new ClockEvidence(setAt, bootsBefore, log.boots(), maybeSetAt);
  }

  /// Whether no clock set is in doubt.
  boolean isDecided() {
    return maybeSetAt.isEmpty();
  }

  /// A clock set was sent, its reply is not known yet.
  ClockEvidence sent(Instant sent) {
    return new ClockEvidence(setAt, bootsBefore, bootsSeen, Optional.of(sent));
  }

  /// The clock set last sent was answered: boots seen until now do not matter any more.
  ClockEvidence confirmed() {
    return maybeSetAt.isEmpty() ? this : new ClockEvidence(maybeSetAt, bootsSeen, bootsSeen, Optional.empty());
  }

  /// Decides a clock set without reply by the first stamp after it. After a clock set the next stamp is at most one
  /// period later, whatever outages follow: each boot puts the clock back to the stored time of the set.
  /// To be asked before [#seen] tells the boots since.
  ClockEvidence decidedBy(long firstDeviceMillis, Duration period) {
    if (maybeSetAt.isEmpty())
      return this;
    Instant stamp = Instant.ofEpochMilli(firstDeviceMillis);
    boolean happened = !stamp.isBefore(maybeSetAt.get().minus(TRUNCATION))
        && !stamp.isAfter(maybeSetAt.get().plus(period).plus(SLACK));
    return happened ? confirmed() : new ClockEvidence(setAt, bootsBefore, bootsSeen, Optional.empty());
  }

  /// The boots since the clock was set: all of them lag the next stretch, those before it as well as those in it.
  PowerLossLog bootsSinceSet(PowerLossLog log) {
    return new PowerLossLog(log.entries().subList(Math.min(bootsBefore, log.boots()), log.boots()));
  }

  /// The log was erased here and starts anew. If the meter had booted since its clock was set, how far it lags is
  /// forgotten with it.
  ClockEvidence logErased() {
    return new ClockEvidence(bootsSeen == bootsBefore ? setAt : Optional.empty(), 0, 0, maybeSetAt);
  }
}
