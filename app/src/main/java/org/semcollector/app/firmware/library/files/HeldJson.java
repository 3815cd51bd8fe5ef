package org.semcollector.app.firmware.library.files;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.firmware.library.ServerFirmware;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is known of a held file, as JSON.
final class HeldJson {
  private static final int SCHEMA_VERSION = 1;

  private final JsonMapper mapper = JsonMapper.builder().build();

  String write(HeldFirmware held) {
    ServerFirmware firmware = held.firmware();
    ObjectNode json = mapper.createObjectNode();
    json.put("schemaVersion", SCHEMA_VERSION);
    json.put("id", firmware.id());
    json.put("profileId", firmware.profileId());
    json.put("profile", firmware.profile());
    json.put("title", firmware.title());
    json.put("version", firmware.version());
    json.put("size", firmware.size());
    json.put("algorithm", firmware.algorithm());
    json.put("checksum", firmware.checksum());
    json.put("fetchedAt", held.fetchedAt().toString());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  /// @throws IllegalArgumentException when the text is no such description
  HeldFirmware read(String text, Path file) {
    try {
      JsonNode json = mapper.readTree(text);
      if (json.path("schemaVersion").asInt(0) != SCHEMA_VERSION)
        throw new IllegalArgumentException("its description is of another version of this program");
      return new HeldFirmware(new ServerFirmware(text(json, "id"), text(json, "profileId"), text(json, "profile"),
          text(json, "title"), text(json, "version"), json.path("size").asLong(-1), text(json, "algorithm"),
          text(json, "checksum")), file, Instant.parse(text(json, "fetchedAt")));
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("its description cannot be read", e);
    }
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }
}
