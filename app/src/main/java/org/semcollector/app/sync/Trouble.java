package org.semcollector.app.sync;

import java.time.Duration;
import java.util.Optional;

/// Why a request was not done, sorted by what to do about it. Reasons are phrases without a full stop; they never hold
/// a secret.
public sealed interface Trouble {
  String reason();

  /// It may work later, unchanged.
  ///
  /// @param after how long the server asks to wait
  /// @param cause what is known about the request that failed
  record RetryLater(Optional<Duration> after, Cause cause, String reason) implements Trouble {}

  /// The sign-in is missing, wrong, or no longer valid.
  record SignInAgain(String reason) implements Trouble {}

  /// The sign-in is good but may not do this.
  record NotAllowed(String reason) implements Trouble {}

  /// The server does not know this device.
  record NoSuchDevice(String reason) implements Trouble {}

  /// The request is too long for the server or for a proxy before it.
  record TooLarge(String reason) implements Trouble {}

  /// The server will never take this content.
  record Refused(String reason) implements Trouble {}

  /// Something else than ThingsBoard answered: a captive portal, a proxy, another program.
  ///
  /// @param reason what answered, as far as it told
  record NotThingsBoard(String reason) implements Trouble {}

  /// What is known about a request that may be tried again.
  enum Cause {
    /// No connection: the server has seen nothing.
    NOT_SENT,
    /// Sent, at least in part, without a reply: the server may have done it.
    NO_REPLY,
    /// The server is over a limit or not ready; the request itself is fine.
    BUSY,
    /// The server failed at it. ThingsBoard's device API says the same for every refusal.
    SERVER_ERROR
  }
}
