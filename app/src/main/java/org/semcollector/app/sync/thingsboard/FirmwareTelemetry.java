package org.semcollector.app.sync.thingsboard;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semcollector.app.sync.FirmwareNews;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Firmware states as telemetry, `[{"ts":…,"values":{"fw_state":"UPDATED","current_fw_title":"sem",…}}]`: the keys under
/// which ThingsBoard's devices report an update over the air.
final class FirmwareTelemetry {
  static final String STATE = "fw_state";
  private static final String TITLE = "current_fw_title";
  private static final String VERSION = "current_fw_version";
  private static final String ERROR = "fw_error";

  private FirmwareTelemetry() {}

  static byte[] body(List<FirmwareNews> news) {
    ArrayNode body = Json.MAPPER.createArrayNode();
    for (FirmwareNews one : news) {
      ObjectNode values = body.addObject().put("ts", one.at().toEpochMilli()).putObject("values");
      values.put(STATE, one.state());
      one.title().ifPresent(title -> values.put(TITLE, title));
      one.version().ifPresent(version -> values.put(VERSION, version));
      one.error().ifPresent(error -> values.put(ERROR, error));
    }
    return Json.MAPPER.writeValueAsBytes(body);
  }

  static Map<Instant, String> states(JsonNode reply) {
    Map<Instant, String> states = new HashMap<>();
    for (JsonNode point : reply.path(STATE).values())
      states.put(Instant.ofEpochMilli(point.path("ts").asLong(0)), point.path("value").asString(""));
    return states;
  }
}
