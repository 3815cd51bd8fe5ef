package org.semcollector.app.setup;

import org.semcollector.protocol.meter.Ssid;

/// What became of a set-up.
///
/// @param sentence what happened, whether the data are safe, what to do now
public record SetUpResult(Ssid ssid, State state, String sentence) {
  /// How it ended.
  public enum State {
    /// The token was stored and read back, the clock is set.
    DONE,
    /// The meter had this token already; nothing was changed but its clock.
    ALREADY,
    /// The token may be on the meter, but something else is missing.
    PARTLY,
    /// The meter has the token it had.
    NOT_DONE
  }
}
