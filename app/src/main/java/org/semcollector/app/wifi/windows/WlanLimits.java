package org.semcollector.app.wifi.windows;

import java.time.Duration;

/// How long Windows is given.
///
/// @param scan drivers with Microsoft's logo end a scan within 4 s; afterwards the list of the last scans is taken
/// @param address for DHCP, after the radio is joined
/// @param restore for the former network when nobody gives a limit
/// @param unknownRestore for Windows to choose a network by itself where the former one is not known
record WlanLimits(Duration scan, Duration address, Duration restore, Duration unknownRestore) {
  static final WlanLimits STANDARD = new WlanLimits(Duration.ofMillis(4500), Duration.ofSeconds(15),
      Duration.ofSeconds(30), Duration.ofSeconds(10));
}
