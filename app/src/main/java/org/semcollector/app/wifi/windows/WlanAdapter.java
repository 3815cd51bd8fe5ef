package org.semcollector.app.wifi.windows;

import java.util.Locale;
import java.util.UUID;

/// A Wi-Fi adapter as Windows lists it.
///
/// @param description what its maker calls it, "Intel(R) Wi-Fi 6 AX201 160MHz"
/// @param state WLAN_INTERFACE_STATE
record WlanAdapter(UUID guid, String description, int state) {
  private static final int CONNECTED = 1;
  private static final int DISCONNECTED = 4;

  boolean isConnected() {
    return state == CONNECTED;
  }

  boolean isIdle() {
    return state == DISCONNECTED;
  }

  /// The name that other parts of Windows have for it, "{25D4477A-5D59-4C93-8D91-2B0E1B5F6C4B}".
  String systemName() {
    return "{" + guid.toString().toUpperCase(Locale.ROOT) + "}";
  }
}
