package org.semcollector.app.wifi.networkmanager;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;

/// A radio of this computer.
///
/// @param path its object
/// @param interfaceName "wlan0"
/// @param state NMDeviceState
/// @param active the connection it is used by; "/" for none
record WifiDevice(String path, String interfaceName, long state, String active) {
  private static final long TYPE_WIFI = 2;
  private static final long UNMANAGED = 10;
  private static final long UNAVAILABLE = 20;
  private static final long ACTIVATED = 100;

  /// A second radio that nobody uses leaves the first one in its network; among equals the first by name.
  private static final Comparator<WifiDevice> PREFERRED = Comparator.comparing(WifiDevice::isUnavailable)
      .thenComparing(WifiDevice::isUsed).thenComparing(WifiDevice::interfaceName);

  /// Switched off, or still without the program that serves it.
  boolean isUnavailable() {
    return state == UNAVAILABLE;
  }

  /// In a network, or on the way into one.
  boolean isUsed() {
    return !active.equals(NmNames.NONE);
  }

  boolean isConnected() {
    return state == ACTIVATED;
  }

  /// The radios that NetworkManager manages, the best to join a meter with first.
  static List<WifiDevice> all(NmBus bus) throws NmException, WifiException {
    var found = new ArrayList<WifiDevice>();
    for (String path : Values.paths(bus.call(NmNames.ROOT, NmNames.NM, "GetDevices", "")[0])) {
      Map<String, Object> about = bus.all(path, NmNames.DEVICE);
      if (Values.number(about.get("DeviceType")) == TYPE_WIFI && Values.number(about.get("State")) != UNMANAGED)
        found.add(new WifiDevice(path, Values.text(about.get("Interface")), Values.number(about.get("State")),
            Values.path(about.get("ActiveConnection"))));
    }
    found.sort(PREFERRED);
    return found;
  }

  /// The radio to listen and join with.
  ///
  /// @throws WifiException when there is none, or it is off
  static WifiDevice best(NmBus bus) throws NmException, WifiException {
    List<WifiDevice> all = all(bus);
    if (all.isEmpty())
      throw new WifiException(new WifiFailure.NoAdapter());
    requireRadio(bus);
    WifiDevice best = all.getFirst();
    if (best.isUnavailable())
      throw new WifiException(new WifiFailure.Other("the adapter " + best.interfaceName() + " is not ready"));
    return best;
  }

  static void requireRadio(NmBus bus) throws NmException, WifiException {
    if (!Values.yes(bus.get(NmNames.ROOT, NmNames.NM, "WirelessHardwareEnabled")))
      throw new WifiException(new WifiFailure.RadioOff(true));
    if (!Values.yes(bus.get(NmNames.ROOT, NmNames.NM, "WirelessEnabled")))
      throw new WifiException(new WifiFailure.RadioOff(false));
  }
}
