package org.semcollector.app.wifi.networkmanager;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.wifi.AccessPoint.Security;
import org.semcollector.app.wifi.manual.MeterNetwork;
import org.semcollector.protocol.meter.Ssid;

/// What NetworkManager is told about a meter's network. docs/wifi.md says why each key is there.
///
/// @param uuid by which the profile is known again when NetworkManager asks for its password
/// @param security how the network is protected
/// @param key of the network; empty for an open one
/// @param user the only one who may use the profile
record MeterProfile(Ssid meter, UUID uuid, Security security, Optional<Secret> key, String user) {
  /// The own address where the meter gives none.
  static final String FIXED_ADDRESS = "10.0.0.2";
  private static final int FIXED_PREFIX = 24;
  private static final int HOST_PREFIX = 32;
  private static final int DHCP_SECONDS = 15;

  /// How the own address is found.
  enum Addressing {
    DHCP, FIXED
  }

  /// As `a{sa{sv}}`.
  Map<String, Map<String, Variant<?>>> settings(Addressing addressing) {
    var all = new LinkedHashMap<String, Map<String, Variant<?>>>();
    all.put("connection", Map.of("id", new Variant<>("SEM Collector: " + meter), "uuid", new Variant<>(uuid.toString()),
        "type", new Variant<>("802-11-wireless"), "autoconnect", new Variant<>(false),
        "permissions", new Variant<>(List.of("user:" + user + ":"), "as")));
    all.put("802-11-wireless", Map.of("ssid", new Variant<>(meter.value().getBytes(StandardCharsets.UTF_8)),
        "mode", new Variant<>("infrastructure"), "bssid", new Variant<>(radioAddress())));
    key.ifPresent(secret -> all.put("802-11-wireless-security", Map.of(
        "key-mgmt", new Variant<>(security == Security.WPA3_PERSONAL ? "sae" : "wpa-psk"),
        "psk", new Variant<>(secret.reveal()))));
    all.put("ipv4", ipv4(addressing));
    all.put("ipv6", Map.of("method", new Variant<>("disabled")));
    return all;
  }

  /// A genuine meter's name is its radio's address.
  private byte[] radioAddress() {
    return HexFormat.ofDelimiter(":").parseHex(meter.mac());
  }

  private static Map<String, Variant<?>> ipv4(Addressing addressing) {
    var ipv4 = new LinkedHashMap<String, Variant<?>>();
    ipv4.put("never-default", new Variant<>(true));
    ipv4.put("ignore-auto-dns", new Variant<>(true));
    ipv4.put("route-data", new Variant<>(List.of(Map.of("dest", new Variant<>(MeterNetwork.ADDRESS), "prefix",
        new Variant<>(new UInt32(HOST_PREFIX)))), "aa{sv}"));
    if (addressing == Addressing.FIXED) {
      ipv4.put("method", new Variant<>("manual"));
      ipv4.put("address-data", new Variant<>(List.of(Map.of("address", new Variant<>(FIXED_ADDRESS), "prefix",
          new Variant<>(new UInt32(FIXED_PREFIX)))), "aa{sv}"));
    } else {
      ipv4.put("method", new Variant<>("auto"));
      ipv4.put("dhcp-timeout", new Variant<>(DHCP_SECONDS));
      ipv4.put("may-fail", new Variant<>(false));
    }
    return ipv4;
  }
}
