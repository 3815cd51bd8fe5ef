package org.semcollector.app.wifi.windows;

import org.semcollector.protocol.meter.Ssid;

/// What an adapter is connected to.
///
/// @param profile under which name Windows can join it again; for a profile that was not saved, the network's name
record WlanConnection(String profile, String ssid, String bssid) {
  boolean isMeter() {
    return Ssid.parse(ssid).isPresent();
  }
}
