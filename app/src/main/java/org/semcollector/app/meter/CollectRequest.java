package org.semcollector.app.meter;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// One visit to make to a meter that can be reached at an address.
///
/// @param clockConfirmed somebody looked at this computer's clock and said that it is right, though the meter's last
///     stamp says otherwise
/// @param tokenConfirmed somebody said that this meter was set up anew since its last visit, so that another token than
///     the one known for it is right
/// @param localAddress the own address in the meter's network, from which it is asked; empty = the system chooses
public record CollectRequest(
    Ssid ssid, URI baseUri, ErasePolicy erase, boolean clockConfirmed, boolean tokenConfirmed,
    Optional<InetAddress> localAddress) {
  public CollectRequest(Ssid ssid, URI baseUri, ErasePolicy erase, boolean clockConfirmed, boolean tokenConfirmed) {
    this(ssid, baseUri, erase, clockConfirmed, tokenConfirmed, Optional.empty());
  }

  /// Nobody was asked about the clock or the token.
  public CollectRequest(Ssid ssid, URI baseUri, ErasePolicy erase) {
    this(ssid, baseUri, erase, false, false);
  }

  /// The same over the network in which this computer has this address.
  public CollectRequest from(Optional<InetAddress> own) {
    return new CollectRequest(ssid, baseUri, erase, clockConfirmed, tokenConfirmed, own);
  }
}
