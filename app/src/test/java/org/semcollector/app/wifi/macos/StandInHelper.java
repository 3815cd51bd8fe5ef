package org.semcollector.app.wifi.macos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.semcollector.app.wifi.WifiAdapterContract;
import org.semcollector.app.wifi.WifiAdapterContract.Air;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks the protocol of the helper, in this program or as one of its own.
final class StandInHelper implements HelperProgram {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<String> NETWORKS = List.of(WifiAdapterContract.FAR.value(), WifiAdapterContract.HOME,
      WifiAdapterContract.NEAR.value());

  private final MacScene scene;
  private int open;

  StandInHelper(MacScene scene) {
    this.scene = scene;
  }

  int open() {
    return open;
  }

  /// @return empty when it stays silent
  private Optional<String> answer(String line) {
    JsonNode question = MAPPER.readTree(line);
    Optional<String> rest = switch (question.path("do").asString()) {
      case "scan" -> scene.air == Air.SCAN_HANGS ? Optional.empty() : Optional.of(scan());
      case "current" -> Optional.of(failure().orElseGet(this::current));
      case "join" ->
        scene.air == Air.JOIN_HANGS ? Optional.empty() : Optional.of(failure().orElseGet(() -> join(question)));
      case "leave" -> Optional.of(leave(question));
      default -> Optional.of("\"failed\":\"other\",\"said\":\"unknown question\"");
    };
    return rest.map(text -> "{\"id\":" + question.path("id").asInt() + "," + text + "}");
  }

  private Optional<String> failure() {
    return switch (scene.air) {
      case NO_ADAPTER -> Optional.of("\"failed\":\"no-adapter\"");
      case RADIO_OFF -> Optional.of("\"failed\":\"radio-off\"");
      case FORBIDDEN -> Optional.of("\"failed\":\"location-denied\"");
      default -> Optional.empty();
    };
  }

  private String scan() {
    return failure().orElseGet(() -> "\"ok\":{\"networks\":[" + String.join(",", NETWORKS.stream()
        .filter(scene::isInRange).map(name -> ("{\"ssid\":\"%s\",\"bssid\":\"%s\",\"rssi\":%d,\"frequency\":2437,"
            + "\"security\":\"wpa2\"}")
            .formatted(name, bssid(name, Air.IMPOSTOR_HEARD), -80 + 10 * NETWORKS.indexOf(name)))
        .toList()) + "]}");
  }

  /// Leading zeros are left out, as macOS does.
  private String bssid(String name, Air impostor) {
    String mac = name.equals(WifiAdapterContract.HOME) ? "aa:bb:cc:dd:ee:ff" : name.substring(4);
    if (scene.air == impostor && name.equals(WifiAdapterContract.NEAR.value()))
      mac = WifiAdapterContract.OTHER_RADIO;
    return mac.replaceAll("(^|:)0", "$1");
  }

  private String current() {
    return "\"ok\":{\"network\":" + scene.at.map(this::network).orElse("null") + "}";
  }

  private String network(String name) {
    return "{\"ssid\":\"%s\",\"bssid\":\"%s\",\"interface\":\"en0\"}".formatted(name, bssid(name, Air.IMPOSTOR_JOINED));
  }

  private String join(JsonNode question) {
    String name = question.path("ssid").asString();
    if (!scene.isInRange(name)
        || (question.has("bssid") && !question.path("bssid").asString().equals(name.substring(4))))
      return "\"failed\":\"not-found\"";
    if (!scene.accepts(question.path("password").asString("")))
      return "\"failed\":\"refused\",\"code\":-3924,\"said\":\"Invalid PMK\"";
    scene.at = Optional.of(name);
    return "\"ok\":" + network(name);
  }

  private String leave(JsonNode question) {
    scene.at = Optional.empty();
    if (question.has("former"))
      scene.home();
    return "\"ok\":{\"network\":" + scene.at.map(name -> "\"" + name + "\"").orElse("null") + "}";
  }

  @Override
  public boolean exists() {
    return scene.air != Air.NO_SERVICE;
  }

  @Override
  public Running start() {
    open++;
    var said = new ConcurrentLinkedQueue<>(List.of("{\"hello\":\"sem-wifi-helper\",\"protocol\":1}"));
    return new Running() {
      @Override
      public void say(String line) {
        answer(line).ifPresent(said::add);
      }

      @Override
      public Optional<String> heard() {
        return Optional.ofNullable(said.poll());
      }

      @Override
      public boolean alive() {
        return true;
      }

      @Override
      public void close() {
        open--;
        if (scene.isAtMeter())
          scene.home();
      }

      @Override
      public void kill() {
        open--;
      }
    };
  }

  /// A program of its own: `crash` as its argument makes it end at the first question, `mute` never answer.
  public static void main(String[] arguments) throws IOException {
    var helper = new StandInHelper(new MacScene(Air.TWO_METERS));
    System.out.println("{\"hello\":\"sem-wifi-helper\",\"protocol\":1}");
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (arguments[0].equals("crash"))
          return;
        if (arguments[0].equals("speak"))
          helper.answer(line).ifPresent(System.out::println);
      }
    }
  }
}
