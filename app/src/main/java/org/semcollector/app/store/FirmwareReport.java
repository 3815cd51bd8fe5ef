package org.semcollector.app.store;

import java.time.Instant;
import java.util.OptionalInt;
import org.semcollector.protocol.meter.Ssid;

/// What a server should know of firmware that a meter was sent from here: one state it went through.
///
/// @param at when, whole milliseconds; of one meter no two are the same
/// @param number the version it was sent as
/// @param sha256 of the image, 64 hexadecimal digits
/// @param runs what the meter said that it runs; empty when it was not asked
/// @param error why it failed; empty when it did not
public record FirmwareReport(Ssid ssid, Instant at, State state, int number, String sha256, OptionalInt runs,
    String error) {
  /// As ThingsBoard names them.
  public enum State {
    /// The image is on its way to the meter; whether all of it arrived is not known.
    DOWNLOADING,
    /// The meter said that it has all of it.
    DOWNLOADED,
    /// The meter restarts into it.
    UPDATING,
    /// The meter said this version.
    UPDATED,
    /// It runs something else, or did not take the image.
    FAILED;

    /// Whether another state is still to come.
    public boolean isOpen() {
      return this != UPDATED && this != FAILED;
    }
  }
}
