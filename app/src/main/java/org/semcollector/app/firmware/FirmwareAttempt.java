package org.semcollector.app.firmware;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// One time that firmware was sent to a meter, as the journal tells it.
///
/// @param visit the visit's name in journal and store
/// @param at when the request was about to leave
/// @param number the version it was sent as
/// @param version as people write it; empty when the journal does not say
/// @param sha256 of the image
/// @param outcome what became of it
/// @param seen the number the meter gave last after it
/// @param seenAt when that was
/// @param clockSetAgain whether the clock was set since the meter was seen running
public record FirmwareAttempt(
    String visit,
    Instant at,
    int number,
    Optional<String> version,
    String sha256,
    Outcome outcome,
    OptionalInt seen,
    Optional<Instant> seenAt,
    boolean clockSetAgain) {
  /// What became of it.
  public enum Outcome {
    /// Nobody saw what the meter ran afterwards.
    UNKNOWN,
    /// It never arrived as a whole: nobody answered, or it was cancelled. The meter runs what it ran.
    NOT_SENT,
    /// The meter refused it and runs what it ran.
    REFUSED,
    /// The meter ran something else afterwards.
    ROLLED_BACK,
    /// The meter said this version.
    CONFIRMED
  }

  static FirmwareAttempt sent(String visit, Instant at, int number, Optional<String> version, String sha256) {
    return new FirmwareAttempt(visit, at, number, version, sha256, Outcome.UNKNOWN, OptionalInt.empty(),
        Optional.empty(), false);
  }

  FirmwareAttempt ended(Outcome how) {
    return new FirmwareAttempt(visit, at, number, version, sha256, how, seen, seenAt, clockSetAgain);
  }

  FirmwareAttempt seen(int runs, Instant when) {
    return new FirmwareAttempt(visit, at, number, version, sha256,
        runs == number ? Outcome.CONFIRMED : Outcome.ROLLED_BACK, OptionalInt.of(runs), Optional.of(when), false);
  }

  FirmwareAttempt clockSet() {
    return new FirmwareAttempt(visit, at, number, version, sha256, outcome, seen, seenAt, seenAt.isPresent());
  }

  /// Whether the image may have come to run on the meter.
  public boolean mayHaveArrived() {
    return outcome != Outcome.NOT_SENT && outcome != Outcome.REFUSED;
  }
}
