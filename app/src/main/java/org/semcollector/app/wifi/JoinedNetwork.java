package org.semcollector.app.wifi;

import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// A network this computer is in.
///
/// @param name the network's name as shown to people
/// @param bssid the radio's address in lower-case hex with colons, where the system tells
/// @param interfaceName the adapter that is in it, "wlan0"
public record JoinedNetwork(String name, Optional<String> bssid, String interfaceName) {
  /// The meter whose network this is; empty for any other network.
  public Optional<Ssid> meter() {
    return Ssid.parse(name);
  }
}
