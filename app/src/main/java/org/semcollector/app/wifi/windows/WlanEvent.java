package org.semcollector.app.wifi.windows;

import java.util.UUID;

/// What Windows's service for Wi-Fi says by itself.
///
/// @param code one of the numbers below
/// @param profile the profile concerned; empty for a scan
/// @param ssid the network concerned; empty for a scan
/// @param reason 0 when it worked
record WlanEvent(UUID adapter, int code, String profile, String ssid, int reason) {
  static final int SCAN_COMPLETE = 7;
  static final int SCAN_FAIL = 8;
  static final int CONNECTION_COMPLETE = 10;
  static final int CONNECTION_ATTEMPT_FAIL = 11;
  static final int DISCONNECTED = 21;

  boolean endsScan() {
    return code == SCAN_COMPLETE || code == SCAN_FAIL;
  }
}
