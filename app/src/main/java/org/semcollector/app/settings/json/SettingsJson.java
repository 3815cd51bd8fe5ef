package org.semcollector.app.settings.json;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.settings.ServerSettings.SignIn;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.settings.Settings.Theme;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Settings as JSON. A field that is missing, unknown to this version or out of its range takes its default; the others
/// keep their value.
final class SettingsJson {
  /// Raised only when a field changes its meaning; a new field does not need it.
  static final int SCHEMA_VERSION = 1;

  private final JsonMapper mapper = JsonMapper.builder().build();

  String write(Settings settings) {
    ObjectNode json = mapper.createObjectNode();
    json.put("schemaVersion", SCHEMA_VERSION);
    settings.zone().ifPresent(zone -> json.put("zone", zone));
    json.put("theme", settings.theme().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("textScale", settings.textScale());
    settings.language().ifPresent(language -> json.put("language", language));
    json.put("eraseWhenProven", settings.eraseWhenProven());
    server(json, settings.server());
    ChartJson.write(json.putObject("charts"), settings.charts());
    EnergyJson.write(json.putObject("energy"), settings.energy());
    OperationJson.write(json, settings.meters(), settings.campaign(), settings.backup());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  /// @throws tools.jackson.core.JacksonException when the text is not JSON
  /// @return empty when it is JSON, but not settings
  Optional<Settings> read(String text) {
    JsonNode json = mapper.readTree(text);
    if (!json.isObject() || !json.path("schemaVersion").isInt()) {
      return Optional.empty();
    }
    Settings defaults = Settings.DEFAULTS;
    return Optional.of(new Settings(text(json, "zone").filter(SettingsJson::isZone), theme(json), scale(json),
        text(json, "language"), json.path("eraseWhenProven").asBoolean(defaults.eraseWhenProven()),
        server(json), ChartJson.read(json.path("charts")), EnergyJson.read(json.path("energy")),
        OperationJson.meters(json.path("meters")), OperationJson.campaign(json.path("campaign")),
        OperationJson.backup(json.path("backup"))));
  }

  private static void server(ObjectNode json, ServerSettings server) {
    server.url().ifPresent(url -> json.put("serverUrl", url));
    json.put("serverSignIn", server.signIn().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    server.user().ifPresent(user -> json.put("serverUser", user));
    server.caFile().ifPresent(file -> json.put("serverCaFile", file));
    server.pin().ifPresent(pin -> json.put("serverPin", pin));
    json.put("syncAutomatically", server.automatic());
    json.put("syncOnMetered", server.onMetered());
  }

  private static ServerSettings server(JsonNode json) {
    ServerSettings defaults = ServerSettings.NONE;
    String name = json.path("serverSignIn").asString("").toUpperCase(Locale.ROOT).replace('-', '_');
    SignIn signIn = Stream.of(SignIn.values()).filter(kind -> kind.name().equals(name)).findFirst()
        .orElse(defaults.signIn());
    return new ServerSettings(text(json, "serverUrl"), signIn, text(json, "serverUser"), text(json, "serverCaFile"),
        text(json, "serverPin"), json.path("syncAutomatically").asBoolean(defaults.automatic()),
        json.path("syncOnMetered").asBoolean(defaults.onMetered()));
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.path(field).stringValueOpt().filter(text -> !text.isBlank());
  }

  private static boolean isZone(String name) {
    try {
      return !ZoneId.of(name).getId().isEmpty();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Theme theme(JsonNode json) {
    String name = json.path("theme").asString("").toUpperCase(Locale.ROOT).replace('-', '_');
    for (Theme theme : Theme.values()) {
      if (theme.name().equals(name)) {
        return theme;
      }
    }
    return Settings.DEFAULTS.theme();
  }

  private static double scale(JsonNode json) {
    double scale = json.path("textScale").asDouble(Settings.DEFAULTS.textScale());
    return scale >= 1.0 && scale <= 2.0 ? scale : Settings.DEFAULTS.textScale();
  }
}
