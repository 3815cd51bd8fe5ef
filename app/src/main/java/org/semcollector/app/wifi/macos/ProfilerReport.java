package org.semcollector.app.wifi.macos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `system_profiler -json SPAirPortDataType` tells of the air. It needs no consent, takes some seconds, and since
/// macOS 15.6 many Macs print `<redacted>` in place of every name.
final class ProfilerReport {
  static final List<String> COMMAND = List.of("/usr/sbin/system_profiler", "-json", "SPAirPortDataType");

  private static final String CURRENT = "spairport_current_network_information";
  private static final String REDACTED = "<redacted>";
  private static final Pattern DBM = Pattern.compile("(-\\d+) dBm");
  private static final int UNKNOWN_DBM = -100;

  private final List<JsonNode> adapters = new ArrayList<>();

  /// @param text what it printed; nothing is known from what is no JSON
  ProfilerReport(String text) {
    for (JsonNode type : tree(text).path("SPAirPortDataType"))
      type.path("spairport_airport_interfaces").forEach(adapters::add);
  }

  private static JsonNode tree(String text) {
    JsonMapper mapper = JsonMapper.builder().build();
    try {
      return mapper.readTree(text);
    } catch (JacksonException e) {
      return mapper.createObjectNode();
    }
  }

  /// Whether names are kept from this program.
  boolean isRedacted() {
    return adapters.stream().flatMap(adapter -> networks(adapter).stream())
        .anyMatch(network -> name(network).equals(REDACTED));
  }

  /// The name of the network an adapter is in; empty when in none or not told.
  Optional<String> current(String device) {
    return adapters.stream().filter(adapter -> name(adapter).equals(device))
        .map(adapter -> name(adapter.path(CURRENT)))
        .filter(name -> !name.isEmpty() && !name.equals(REDACTED)).findFirst();
  }

  /// Meters it names, the strongest first; those without a figure last.
  List<AccessPoint> meters() {
    var meters = new ArrayList<AccessPoint>();
    for (JsonNode adapter : adapters) {
      for (JsonNode network : networks(adapter))
        Ssid.parse(name(network)).ifPresent(ssid -> meters.add(meter(ssid, network)));
    }
    meters.sort(Comparator.comparingInt(AccessPoint::signalDbm).reversed());
    return List.copyOf(meters);
  }

  private static List<JsonNode> networks(JsonNode adapter) {
    var networks = new ArrayList<JsonNode>();
    adapter.path("spairport_airport_other_local_wireless_networks").forEach(networks::add);
    if (adapter.has(CURRENT))
      networks.add(adapter.path(CURRENT));
    return networks;
  }

  private static AccessPoint meter(Ssid ssid, JsonNode network) {
    Matcher signal = DBM.matcher(network.path("spairport_signal_noise").asString(""));
    return new AccessPoint(ssid, Optional.empty(), signal.find() ? Integer.parseInt(signal.group(1)) : UNKNOWN_DBM,
        security(network.path("spairport_security_mode").asString("")), OptionalInt.empty(), Optional.empty(),
        OptionalLong.empty());
  }

  private static AccessPoint.Security security(String mode) {
    return switch (mode.replace("spairport_security_mode_", "")) {
      case "none" -> AccessPoint.Security.OPEN;
      case "wpa_personal", "wpa2_personal", "wpa2_personal_mixed", "wpa3_transition" ->
        AccessPoint.Security.WPA_PERSONAL;
      case "wpa3_personal" -> AccessPoint.Security.WPA3_PERSONAL;
      case "" -> AccessPoint.Security.UNKNOWN;
      default -> AccessPoint.Security.OTHER;
    };
  }

  private static String name(JsonNode node) {
    return node.path("_name").asString("");
  }
}
