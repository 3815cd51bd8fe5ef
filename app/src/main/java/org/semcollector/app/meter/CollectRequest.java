package org.semcollector.app.meter;

import java.net.URI;
import org.semcollector.protocol.meter.Ssid;

/// One visit to make to a meter that can be reached at an address.
///
/// @param clockConfirmed somebody looked at this computer's clock and said that it is right, though the meter's last
///     stamp says otherwise
/// @param tokenConfirmed somebody said that this meter was set up anew since its last visit, so that another token than
///     the one known for it is right
public record CollectRequest(
    Ssid ssid, URI baseUri, ErasePolicy erase, boolean clockConfirmed, boolean tokenConfirmed) {
  /// Nobody was asked about the clock or the token.
  public CollectRequest(Ssid ssid, URI baseUri, ErasePolicy erase) {
    this(ssid, baseUri, erase, false, false);
  }
}
