package org.semcollector.app.firmware;

import java.util.List;
import org.semcollector.protocol.meter.Ssid;

/// What became of an update.
///
/// @param objections what speaks against it, when it was not sent for that
/// @param sentence what happened, whether the data are safe, what to do now
public record FirmwareResult(Ssid ssid, State state, List<Objection> objections, String sentence) {
  /// How it ended.
  public enum State {
    /// The meter says the new version; its clock is set again.
    CONFIRMED,
    /// The meter had it already when it was asked first; nothing was sent.
    ALREADY,
    /// Nothing was sent; the meter runs what it ran.
    NOT_SENT,
    /// It was sent, and the meter runs the old version.
    ROLLED_BACK,
    /// It was sent, and nobody saw what the meter runs now.
    UNKNOWN
  }

  public FirmwareResult {
    objections = List.copyOf(objections);
  }
}
