package org.semcollector.app.sync.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.thingsboard.TelemetryBatch;
import org.semcollector.protocol.thingsboard.TelemetryPoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The dashboard is one that ThingsBoard 4 can show, of what we upload.
class DashboardTest {
  private final JsonNode dashboard = JsonMapper.builder().build().readTree(DashboardInstall.json("SEM"));
  private final JsonNode configuration = dashboard.path("configuration");

  @Test
  void everyWidgetIsOfAKnownKindAndHasItsPlace() {
    Set<String> kinds = new TreeSet<>();
    JsonNode layout = configuration.path("states").path("default").path("layouts").path("main");
    assertEquals(24, layout.path("gridSettings").path("columns").asInt(0));
    for (var widget : configuration.path("widgets").properties()) {
      kinds.add(widget.getValue().path("typeFullFqn").asString("") + " " + widget.getValue().path("type").asString(""));
      JsonNode place = layout.path("widgets").path(widget.getKey());
      assertTrue(place.path("sizeX").asInt(0) > 0 && place.path("sizeY").asInt(0) > 0, widget.getKey());
      assertTrue(place.path("col").asInt(-1) >= 0
          && place.path("col").asInt(0) + place.path("sizeX").asInt(0) <= 24, widget.getKey());
    }
    assertEquals(Set.of("system.pie latest", "system.bar_chart timeseries", "system.line_chart timeseries"), kinds);
    assertEquals(layout.path("widgets").size(), configuration.path("widgets").size());
  }

  @Test
  void noTwoWidgetsCoverEachOther() {
    boolean[][] taken = new boolean[100][24];
    for (JsonNode place : configuration.path("states").path("default").path("layouts").path("main").path("widgets")
        .values()) {
      for (int row = 0; row < place.path("sizeY").asInt(0); row++) {
        for (int col = 0; col < place.path("sizeX").asInt(0); col++) {
          int y = place.path("row").asInt(0) + row;
          int x = place.path("col").asInt(0) + col;
          assertFalse(taken[y][x], place.toString());
          taken[y][x] = true;
        }
      }
    }
  }

  @Test
  void everyWidgetAsksTheAliasForKeysThatWeUpload() {
    String sent = new String(TelemetryBatch.of(List.of(point())).body().toArray(),
        java.nio.charset.StandardCharsets.US_ASCII);
    for (JsonNode config : configs()) {
      assertTrue(config.path("datasources").size() > 0, config.toString());
      for (JsonNode source : config.path("datasources").values()) {
        assertTrue(configuration.path("entityAliases").has(source.path("entityAliasId").asString("")));
        assertTrue(source.path("dataKeys").size() > 0);
        for (JsonNode key : source.path("dataKeys").values())
          assertTrue(sent.contains("\"" + key.path("name").asString("") + "\":"), key.toString());
      }
    }
  }

  private static TelemetryPoint point() {
    Instant at = Instant.parse("2026-03-01T12:00:00Z");
    return new TelemetryPoint(new Reading(1, 100f, 110f, 0.5f, 230f, 0.1f, at.toEpochMilli()), SavePeriod.HOUR,
        new CorrectedTime(at, at, at, Why.CLOCK_SET), OptionalDouble.of(1), false);
  }

  @Test
  void theChartsAreThoseThatWerePromised() {
    List<String> charts = new ArrayList<>();
    for (JsonNode widget : configuration.path("widgets").values()) {
      JsonNode config = widget.path("config");
      JsonNode window = config.path("timewindow");
      assertFalse(config.path("useDashboardTimewindow").asBoolean(true));
      List<String> keys = new ArrayList<>();
      for (JsonNode key : config.path("datasources").path(0).path("dataKeys").values())
        keys.add(key.path("name").asString("") + key.path("aggregationType").asString(""));
      charts.add(widget.path("typeFullFqn").asString("") + " " + String.join("+", keys) + " "
          + window.path("aggregation").path("type").asString("") + " "
          + window.path("history").path("interval").asString(""));
    }
    assertEquals(List.of("system.pie kwhSUM NONE 86400000", "system.bar_chart kwh SUM 3600000",
        "system.bar_chart kwh SUM 86400000", "system.bar_chart kwh SUM MONTH",
        "system.line_chart i_rms+v_rms AVG 3600000"), charts);
  }

  @Test
  void currentAndVoltageHaveAxesOfTheirOwn() {
    for (JsonNode config : configs()) {
      for (JsonNode key : config.path("datasources").path(0).path("dataKeys").values()) {
        String axis = key.path("settings").path("yAxisId").asString("");
        if (!axis.isEmpty())
          assertTrue(config.path("settings").path("yAxes").has(axis), key.toString());
      }
    }
  }

  /// ThingsBoard answers no question with more than 700 buckets.
  @Test
  void noChartAsksForMoreBucketsThanTheServerGives() {
    for (JsonNode config : configs()) {
      JsonNode history = config.path("timewindow").path("history");
      long interval = history.path("interval").asLong(31L * 86_400_000);
      assertTrue(history.path("timewindowMs").asLong(Long.MAX_VALUE) / interval <= 700, config.toString());
    }
  }

  @Test
  void itIsTheSameOnEveryServer() throws Exception {
    String text = DashboardInstall.json("SEM");
    assertEquals(Files.readString(
        Path.of(System.getProperty("sem.root"), "sample-data/thingsboard/sem-dashboard.json")), text);
    for (String foreign : List.of("tenantId", "deviceId", "createdTime", "assignedCustomers", "\"version\""))
      assertFalse(text.contains(foreign), foreign);
    assertEquals(DashboardInstall.TITLE, dashboard.path("title").asString(""));
  }

  @Test
  void itShowsTheProfileItIsTold() {
    String quoted = "House \"A\"\\B";
    JsonNode other = JsonMapper.builder().build().readTree(DashboardInstall.json(quoted));
    JsonNode alias = other.path("configuration").path("entityAliases").values().iterator().next();
    assertEquals("deviceType", alias.path("filter").path("type").asString(""));
    assertTrue(alias.path("filter").path("resolveMultiple").asBoolean(false));
    assertEquals(1, alias.path("filter").path("deviceTypes").size());
    assertEquals(quoted, alias.path("filter").path("deviceTypes").path(0).asString(""));
  }

  private List<JsonNode> configs() {
    List<JsonNode> configs = new ArrayList<>();
    configuration.path("widgets").values().forEach(widget -> configs.add(widget.path("config")));
    return configs;
  }
}
