package org.semcollector.app.meter;

import java.net.URI;
import org.semcollector.protocol.meter.Ssid;

/// One visit to make to a meter that can be reached at an address.
///
/// @param clockConfirmed somebody looked at this computer's clock and said that it is right, though the meter's last
///     stamp says otherwise
public record CollectRequest(Ssid ssid, URI baseUri, ErasePolicy erase, boolean clockConfirmed) {
  /// Nobody was asked about the clock.
  public CollectRequest(Ssid ssid, URI baseUri, ErasePolicy erase) {
    this(ssid, baseUri, erase, false);
  }
}
