package org.semcollector.app.wifi.networkmanager;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.AccessPoint.Security;
import org.semcollector.protocol.meter.Ssid;

/// An access point as NetworkManager knows it.
///
/// @param path its object
/// @param name its network's name
/// @param bssid in lower case; empty when not told
record HeardRadio(String path, String name, String bssid, int signalDbm, Security security, int frequencyMhz,
    Optional<Duration> age) {
  /// NM80211ApFlags: some protection.
  private static final long PRIVACY = 0x1;
  /// NM80211ApSecurityFlags.
  private static final long PSK = 0x100;
  private static final long ENTERPRISE = 0x200;
  private static final long SAE = 0x400;
  private static final long OWE = 0x800 | 0x1000;

  static HeardRadio of(String path, Map<String, Object> about, SystemUptime uptime) {
    return new HeardRadio(path, Values.bytesAsText(about.get("Ssid")),
        Values.text(about.get("HwAddress")).toLowerCase(Locale.ROOT),
        Signal.dbm(Values.number(about.get("Strength")) & 0xff),
        security(Values.number(about.get("Flags")), Values.number(about.get("WpaFlags")),
            Values.number(about.get("RsnFlags"))),
        (int) Values.number(about.get("Frequency")), age(Values.number(about.get("LastSeen")), uptime));
  }

  static Security security(long flags, long wpa, long rsn) {
    long both = wpa | rsn;
    if ((both & ENTERPRISE) != 0 || (both & OWE) != 0)
      return Security.OTHER;
    if ((both & PSK) != 0)
      return Security.WPA_PERSONAL;
    if ((rsn & SAE) != 0)
      return Security.WPA3_PERSONAL;
    return (flags & PRIVACY) != 0 ? Security.OTHER : Security.OPEN;
  }

  /// @param lastSeen seconds since the computer started; -1 for never
  private static Optional<Duration> age(long lastSeen, SystemUptime uptime) {
    if (lastSeen < 0)
      return Optional.empty();
    try {
      Duration age = uptime.now().minusSeconds(lastSeen);
      return Optional.of(age.isNegative() ? Duration.ZERO : age);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// In the words of the port; empty for a network that is not a meter's.
  Optional<AccessPoint> meter() {
    return Ssid.parse(name).filter(ssid -> ssid.value().equals(name)).map(ssid -> new AccessPoint(ssid,
        Optional.of(bssid).filter(text -> !text.isEmpty()), signalDbm, security,
        frequencyMhz > 0 ? OptionalInt.of(frequencyMhz) : OptionalInt.empty(), age, OptionalLong.empty()));
  }
}
