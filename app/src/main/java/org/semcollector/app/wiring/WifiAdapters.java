package org.semcollector.app.wiring;

import java.util.Locale;
import org.semcollector.app.wifi.NoWifiAdapter;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiFailure;

/// The radio of this computer. Nothing is opened before it is first used.
final class WifiAdapters {
  private WifiAdapters() {}

  static WifiAdapter of(SystemFacts system) {
    String os = system.osName().toLowerCase(Locale.ROOT);
    if (os.contains("linux"))
      return networkManager();
    return new NoWifiAdapter(new WifiFailure.Unsupported("A Wi-Fi service"));
  }

  private static WifiAdapter networkManager() {
    return new NoWifiAdapter(new WifiFailure.Unsupported("NetworkManager"));
  }
}
