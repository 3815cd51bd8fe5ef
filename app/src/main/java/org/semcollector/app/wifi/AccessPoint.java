package org.semcollector.app.wifi;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.semcollector.protocol.meter.Ssid;

/// A meter on the air.
///
/// @param bssid the radio's address in lower-case hex with colons, "24:6f:28:ab:cd:ef"; empty where the system hides it
/// @param signalDbm received signal strength, about -30 (near) to -90 (hardly)
/// @param security how its network is protected
/// @param frequencyMhz centre frequency of its channel, where the system tells
/// @param age how long ago its last beacon was heard, where the system tells
/// @param beaconUptimeMicros the meter's timestamp in that beacon (time since its radio started), where the system tells
public record AccessPoint(
    Ssid ssid,
    Optional<String> bssid,
    int signalDbm,
    Security security,
    OptionalInt frequencyMhz,
    Optional<Duration> age,
    OptionalLong beaconUptimeMicros) {
  /// How a network is protected.
  public enum Security {
    OPEN, WPA_PERSONAL, WPA3_PERSONAL, OTHER, UNKNOWN
  }

  /// An access point of which only the essentials are known.
  public static AccessPoint heard(Ssid ssid, String bssid, int signalDbm) {
    return new AccessPoint(ssid, Optional.of(bssid), signalDbm, Security.WPA_PERSONAL, OptionalInt.empty(),
        Optional.empty(), OptionalLong.empty());
  }

  /// A meter that is not heard, to be joined by its name alone: where scanning is not allowed, or typed from its label.
  public static AccessPoint named(Ssid ssid) {
    return new AccessPoint(ssid, Optional.empty(), -100, Security.UNKNOWN, OptionalInt.empty(), Optional.empty(),
        OptionalLong.empty());
  }

  /// Whether its radio's address contradicts its name. A genuine meter's name is its address.
  public boolean isImpostor() {
    return bssid.isPresent() && !bssid.get().equals(ssid.mac());
  }
}
