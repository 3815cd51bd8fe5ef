package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.semcollector.app.wifi.NoWifiAdapter;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.files.FormerNetworkFile;
import org.semcollector.app.wifi.macos.MacWifi;
import org.semcollector.app.wifi.networkmanager.NmWifiAdapter;
import org.semcollector.app.wifi.windows.WindowsWifi;

/// The radio of this computer. Nothing is opened before it is first used.
final class WifiAdapters {
  private WifiAdapters() {}

  /// @param dataDir where a note of the former network is kept over a crash, on systems that do not go back by themselves
  static WifiAdapter of(SystemFacts system, Path dataDir) {
    String os = system.osName().toLowerCase(Locale.ROOT);
    if (os.contains("linux"))
      return networkManager(system);
    var note = new FormerNetworkFile(dataDir.resolve("former-network"), ProcessHandle.current());
    if (os.startsWith("windows"))
      return new WindowsWifi(note, system.clock());
    if (os.startsWith("mac"))
      return new MacWifi(macHelper(system.environment()), system.meterPlace().network(), note);
    return new NoWifiAdapter(new WifiFailure.Unsupported("A Wi-Fi service"));
  }

  private static WifiAdapter networkManager(SystemFacts system) {
    return system.systemBus().<WifiAdapter>map(address -> new NmWifiAdapter(address, System.getProperty("user.name")))
        .orElseGet(() -> new NoWifiAdapter(new WifiFailure.Unsupported("NetworkManager")));
  }

  /// Beside the launcher of the installed bundle; `SEM_WIFI_HELPER` names another one.
  private static Path macHelper(Map<String, String> environment) {
    String chosen = environment.getOrDefault("SEM_WIFI_HELPER", "");
    if (!chosen.isBlank())
      return Path.of(chosen);
    Path launcher = Path.of(ProcessHandle.current().info().command().orElse("/"));
    return launcher.resolveSibling("../Helpers/SemWifiHelper.app/Contents/MacOS/sem-wifi-helper").normalize();
  }
}
