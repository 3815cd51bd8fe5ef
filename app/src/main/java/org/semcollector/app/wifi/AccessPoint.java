package org.semcollector.app.wifi;

import org.semcollector.protocol.meter.Ssid;

/// A meter on the air.
///
/// @param signalDbm received signal strength, about -30 (near) to -90 (hardly)
public record AccessPoint(Ssid ssid, String bssid, int signalDbm) {}
