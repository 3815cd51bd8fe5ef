package org.semcollector.app.wifi.windows;

import org.semcollector.app.wifi.AccessPoint.Security;

/// A network as Windows shows it in its menu: all radios of one name.
///
/// @param secured whether it needs a key
/// @param authAlgorithm DOT11_AUTH_ALGORITHM
record WlanNetwork(String ssid, boolean secured, int authAlgorithm) {
  private static final int WPA_PSK = 4;
  private static final int RSNA_PSK = 7;
  private static final int WPA3_SAE = 9;

  Security security() {
    if (!secured)
      return Security.OPEN;
    return switch (authAlgorithm) {
      case WPA_PSK, RSNA_PSK -> Security.WPA_PERSONAL;
      case WPA3_SAE -> Security.WPA3_PERSONAL;
      default -> Security.OTHER;
    };
  }
}
