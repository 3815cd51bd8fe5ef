package org.semcollector.app.sync.server;

/// One step of a connection test and what it found.
///
/// @param sentence what was found and, when it failed, what to do
public record TestStep(Kind kind, Outcome outcome, String sentence) {
  /// The steps in their order.
  public enum Kind {
    /// Something answers at the address.
    REACH,
    /// It is ThingsBoard.
    THINGSBOARD,
    /// It accepts the sign-in.
    SIGN_IN,
    /// The sign-in sees devices.
    DEVICES,
    /// Every meter has its device.
    METERS,
    /// The laptop's clock agrees with the server's.
    CLOCK
  }

  /// How it went.
  public enum Outcome {
    PASSED, FAILED, SKIPPED
  }
}
