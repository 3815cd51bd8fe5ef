package org.semcollector.app.wifi.windows;

import java.util.Optional;
import org.semcollector.app.wifi.AccessPoint;

/// A radio that was heard.
///
/// @param bssid "24:6f:28:ab:cd:ef"
/// @param rssi received power as the driver tells it, dBm
/// @param quality 0 to 100
/// @param kilohertz centre frequency of its channel
/// @param beaconMicros the radio's own clock in its last beacon or answer
/// @param heardAt when that came: steps of 100 ns since 1601
/// @param security what its beacon says; empty where the driver keeps that to itself
record WlanBss(String ssid, String bssid, int rssi, int quality, int kilohertz, long beaconMicros, long heardAt,
    Optional<AccessPoint.Security> security) {}
