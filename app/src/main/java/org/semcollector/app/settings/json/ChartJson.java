package org.semcollector.app.settings.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    charts.pricePerKwh().ifPresent(price -> json.put("pricePerKwh", price.toPlainString()));
    json.put("currency", charts.currency());
  }

  /// Whatever is missing or wrong takes its default.
  static ChartSettings read(JsonNode json) {
    Map<String, String> shown = new TreeMap<>();
    json.path("shown").properties()
        .forEach(entry -> entry.getValue().stringValueOpt().ifPresent(text -> shown.put(entry.getKey(), text)));
    List<String> meters = new ArrayList<>();
    json.path("meters").forEach(meter -> meter.stringValueOpt().ifPresent(meters::add));
    String currency = json.path("currency").asString("");
    return new ChartSettings(shown, meters, price(json.path("pricePerKwh").asString("")),
        currency.matches("[A-Z]{3}") ? currency : ChartSettings.NONE.currency());
  }

  private static Optional<BigDecimal> price(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
