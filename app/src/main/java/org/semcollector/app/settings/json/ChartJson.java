package org.semcollector.app.settings.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.semcollector.app.settings.ChartSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the charts remember as JSON.
final class ChartJson {
  private ChartJson() {}

  static void write(ObjectNode json, ChartSettings charts) {
    ObjectNode shown = json.putObject("shown");
    new TreeMap<>(charts.shown()).forEach(shown::put);
    charts.meters().forEach(json.putArray("meters")::add);
  }

  /// Whatever is missing or wrong takes its default.
  static ChartSettings read(JsonNode json) {
    Map<String, String> shown = new TreeMap<>();
    json.path("shown").properties()
        .forEach(entry -> entry.getValue().stringValueOpt().ifPresent(text -> shown.put(entry.getKey(), text)));
    List<String> meters = new ArrayList<>();
    json.path("meters").forEach(meter -> meter.stringValueOpt().ifPresent(meters::add));
    return new ChartSettings(shown, meters);
  }
}
