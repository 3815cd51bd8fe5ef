package org.semcollector.app.wifi.macos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;
import tools.jackson.databind.JsonNode;

/// Reads answers of the helper: `{"id":7,"ok":{…}}` or `{"id":7,"failed":"radio-off","said":"…"}`.
final class HelperAnswers {
  private static final int WEAKEST_DBM = -100;
  private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  private HelperAnswers() {}

  /// What is in "ok".
  ///
  /// @throws WifiException when it failed
  static JsonNode ok(JsonNode answer) throws WifiException {
    if (answer.has("ok"))
      return answer.path("ok");
    throw new WifiException(failure(answer));
  }

  /// What is in "ok" of a join, whose failures name the meter.
  static JsonNode ok(JsonNode answer, JoinRequest request) throws WifiException {
    if (answer.has("ok"))
      return answer.path("ok");
    Ssid meter = request.meter().ssid();
    throw new WifiException(switch (kind(answer)) {
      case "not-found" -> new WifiFailure.NotFound(meter);
      case "refused" -> MacFailures.joining(request, answer.path("code").asInt(0), answer.path("said").asString(""));
      default -> failure(answer);
    });
  }

  private static WifiFailure failure(JsonNode answer) {
    return switch (kind(answer)) {
      case "no-adapter" -> new WifiFailure.NoAdapter();
      case "radio-off" -> new WifiFailure.RadioOff(false);
      case "location-denied" -> MacFailures.location(true);
      default -> new WifiFailure.Other(answer.path("said").asString("the program's helper for Wi-Fi failed"));
    };
  }

  private static String kind(JsonNode answer) {
    return answer.path("failed").asString("");
  }

  /// Meters among `[{"ssid":"SEM-…","bssid":"24:6f:…","rssi":-50,"frequency":2437,"security":"wpa2"}]`, the strongest
  /// first.
  static List<AccessPoint> meters(JsonNode networks) {
    var meters = new ArrayList<AccessPoint>();
    for (JsonNode network : networks) {
      String name = network.path("ssid").asString("");
      Ssid.parse(name).filter(ssid -> ssid.value().equals(name)).ifPresent(ssid -> meters.add(new AccessPoint(ssid,
          bssid(network), signal(network), security(network.path("security").asString("")), frequency(network),
          Optional.of(Duration.ZERO), OptionalLong.empty())));
    }
    meters.sort(Comparator.comparingInt(AccessPoint::signalDbm).reversed());
    return List.copyOf(meters);
  }

  /// `{"ssid":"Home","bssid":"…","interface":"en0"}`.
  static JoinedNetwork network(JsonNode json) {
    return new JoinedNetwork(json.path("ssid").asString(""), bssid(json), json.path("interface").asString("en0"));
  }

  /// macOS leaves leading zeros out: "0:1a:2b:3c:4d:5e".
  private static Optional<String> bssid(JsonNode json) {
    String[] parts = json.path("bssid").asString("").toLowerCase(Locale.ROOT).split(":", -1);
    for (int i = 0; i < parts.length; i++)
      parts[i] = parts[i].length() == 1 ? "0" + parts[i] : parts[i];
    return Optional.of(String.join(":", parts)).filter(mac -> MAC.matcher(mac).matches());
  }

  private static int signal(JsonNode network) {
    return Math.clamp(network.path("rssi").asInt(WEAKEST_DBM), WEAKEST_DBM, -1);
  }

  private static OptionalInt frequency(JsonNode network) {
    int megahertz = network.path("frequency").asInt(0);
    return megahertz > 0 ? OptionalInt.of(megahertz) : OptionalInt.empty();
  }

  private static AccessPoint.Security security(String text) {
    return switch (text) {
      case "open" -> AccessPoint.Security.OPEN;
      case "wpa", "wpa2" -> AccessPoint.Security.WPA_PERSONAL;
      case "wpa3" -> AccessPoint.Security.WPA3_PERSONAL;
      case "other" -> AccessPoint.Security.OTHER;
      default -> AccessPoint.Security.UNKNOWN;
    };
  }
}
