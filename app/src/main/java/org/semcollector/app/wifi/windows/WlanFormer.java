package org.semcollector.app.wifi.windows;

import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// What an adapter was in before it joined a meter.
///
/// @param profile under which name Windows joins it again; empty when there was none or it is not known
/// @param connected whether it was in any network
record WlanFormer(Optional<String> profile, boolean connected) {
  static final WlanFormer NONE = new WlanFormer(Optional.empty(), false);

  /// A meter is no network to come back to.
  static WlanFormer known(String profile) {
    return Ssid.parse(profile).isPresent() ? NONE : new WlanFormer(Optional.of(profile), true);
  }

  /// Windows does not tell without the consent to location.
  static WlanFormer unknown() {
    return new WlanFormer(Optional.empty(), true);
  }
}
