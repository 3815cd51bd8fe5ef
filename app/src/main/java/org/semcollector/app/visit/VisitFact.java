package org.semcollector.app.visit;

import java.time.Instant;
import java.util.Optional;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

/// Something that happened during a visit. A visit is the list of its facts; replaying all facts of all visits in order
/// gives the same readings and corrections again.
public sealed interface VisitFact {
  /// The laptop's time at which the fact was complete.
  Instant at();

  /// A whole reply arrived from the visited meter. What comes from another meter at the same address is never kept as
  /// received but as [BrokenOff]. Telemetry after [ReadoutComplete] is the meter's content at that later time: it can be
  /// stored at once.
  ///
  /// @param status the HTTP status
  /// @param body verbatim
  record Received(Instant at, Endpoint endpoint, int status, Bytes body) implements VisitFact {}

  /// A reply broke off, or came from another meter than the visited one; what had arrived is kept but not used.
  ///
  /// @param reason what broke it, for people
  record BrokenOff(Instant at, Endpoint endpoint, Bytes partialBody, String reason) implements VisitFact {}

  /// Version, token, telemetry and power-loss log were all received (or refused, which version and token may be): the
  /// readings before this fact can be stored.
  record ReadoutComplete(Instant at) implements VisitFact {}

  /// The meter's clock is about to be set to `sent`. Written before the request leaves, so that a kill cannot hide it.
  record ClockSetSent(Instant at, Instant sent) implements VisitFact {}

  /// The meter answered 200 to the clock set last sent.
  record ClockSetConfirmed(Instant at) implements VisitFact {}

  /// The proof is complete and the erase request is about to be sent.
  record EraseSent(Instant at) implements VisitFact {}

  /// After the erase request the meter showed none of the readings it had before: the erase epoch is over.
  record EraseProven(Instant at) implements VisitFact {}

  /// A token is about to be stored on the meter. Written before the request leaves.
  ///
  /// @param sha256 of the 56 bytes, 64 hexadecimal digits
  record TokenSent(Instant at, String sha256) implements VisitFact {}

  /// A firmware image is about to be sent; a meter that takes it restarts, which is no outage. Written before the request
  /// leaves, so that nothing sends it a second time unasked.
  ///
  /// @param number the version it is sent as
  /// @param sha256 of the image, 64 hexadecimal digits
  /// @param version as people write it, "1.0.3"; empty in journals of earlier programs
  record FirmwareSent(Instant at, int number, String sha256, Optional<String> version) implements VisitFact {
    /// Nobody said how people write the version.
    public FirmwareSent(Instant at, int number, String sha256) {
      this(at, number, sha256, Optional.empty());
    }
  }

  /// The version the meter gave after firmware was sent.
  record FirmwareSeen(Instant at, int number) implements VisitFact {}

  /// The visit ended.
  ///
  /// @param outcome "done", "partly", "failed" or "cancelled"
  /// @param sentence what was said to the user
  record Ended(Instant at, String outcome, String sentence) implements VisitFact {}
}
