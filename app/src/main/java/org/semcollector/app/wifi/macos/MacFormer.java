package org.semcollector.app.wifi.macos;

import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// What this computer was in before it joined a meter.
///
/// @param network its name; empty when there was none or it is not told
/// @param connected whether it was in any network
record MacFormer(Optional<String> network, boolean connected) {
  static final MacFormer NONE = new MacFormer(Optional.empty(), false);
  static final MacFormer UNKNOWN = new MacFormer(Optional.empty(), true);

  /// A meter is no network to come back to.
  static MacFormer known(String network) {
    return Ssid.parse(network).isPresent() ? NONE : new MacFormer(Optional.of(network), true);
  }
}
