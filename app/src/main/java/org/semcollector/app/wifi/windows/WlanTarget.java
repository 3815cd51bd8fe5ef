package org.semcollector.app.wifi.windows;

import java.util.Optional;

/// What an adapter shall connect to.
///
/// @param temporary whether the profile is one that Windows forgets afterwards
/// @param profile the profile's XML when it is temporary, else the name of a saved one
/// @param ssid the network's name; with a temporary profile only
/// @param bssid the only radio that will do
record WlanTarget(boolean temporary, String profile, Optional<String> ssid, Optional<String> bssid) {
  static WlanTarget saved(String profile) {
    return new WlanTarget(false, profile, Optional.empty(), Optional.empty());
  }

  static WlanTarget temporary(String xml, String ssid, Optional<String> bssid) {
    return new WlanTarget(true, xml, Optional.of(ssid), bssid);
  }

  /// Holds a password.
  @Override
  public String toString() {
    return "WlanTarget[" + (temporary ? ssid.orElse("") : profile) + "]";
  }
}
