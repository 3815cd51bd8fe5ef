package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Figures and exports of what was collected.
class AnalyseCliIT {
  private static final int ENERGY = 3;
  private static final int SCALED = 22;

  @TempDir
  Path data;
  private SiteFixture site;
  private Sem sem;

  @BeforeEach
  void collect() throws IOException {
    site = SiteFixture.start(3);
    sem = new Sem(data);
    sem.run("collect", "--url", site.url(2), "--ssid", site.ssid(2).value()).ends(0);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theFiguresAreThoseOfTheBuckets() {
    String meter = site.ssid(2).value();
    double kwh = sem.run("export", "--meter", meter, "--bucket", "month", "--from", "2026-11-01").ends(0).lines()
        .stream().skip(1).mapToDouble(row -> Double.parseDouble(row.split(",", -1)[ENERGY])).sum();
    Map<?, ?> document = (Map<?, ?>) analysis("--meter", meter, "--from", "2026-11-01", "--to", "2026-12-01",
        "--price", "0.5").getFirst();
    assertEquals(kwh, number(document, "energyKwh"), kwh * 1e-9);
    assertTrue(number(document, "baseLoadW") <= number(part(document, "peak"), "powerW"));
    assertTrue(number(document, "coverage") > 0 && number(document, "coverage") < 1);
    assertEquals(kwh * 0.5, number(part(document, "cost"), "total"), 0.006);
    String words = sem.run("analyse", "--meter", meter, "--price", "0.5").ends(0).out();
    for (String word : List.of(meter, "Measured", "Energy", "Peak", "Base load", "Load factor", "Cost"))
      assertTrue(words.contains(word), words);
  }

  @Test
  void withAnEnergyFactorBothEnergiesAreShown() {
    String meter = site.ssid(2).value();
    sem.run("meter", "set", "--meter", meter, "--energy-factor", "2").ends(0);
    Map<?, ?> document = (Map<?, ?>) analysis("--meter", meter).getFirst();
    assertEquals(2 * number(document, "energyKwh"), number(document, "scaledEnergyKwh"), 1e-9);
    String row = sem.run("export", "--meter", meter).ends(0).lines().get(1);
    assertEquals(2 * Double.parseDouble(row.split(",", -1)[11]), Double.parseDouble(row.split(",", -1)[SCALED]), 1e-6);
    assertFalse(row.split(",", -1)[20].isEmpty(), "the correction has a name: " + row);
  }

  @Test
  void monthsWithoutReadingsAreNotZero() {
    String words = sem.run("analyse", "--meter", site.ssid(2).value(), "--from", "2020-01-01").ends(0).out();
    assertTrue(words.contains("nothing was measured"), words);
  }

  @Test
  void aSpreadsheetHoldsTheSameRows() throws IOException {
    Path file = data.resolve("out.xlsx");
    sem.run("export", "--all", "--out", file.toString()).ends(0);
    int rows = sem.run("export", "--all").ends(0).lines().size();
    try (var zip = new ZipFile(file.toFile())) {
      String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
      assertEquals(rows, sheet.split("<row ", -1).length - 1);
    }
  }

  @Test
  void csvIsWrittenAsAsked() throws IOException {
    Path file = data.resolve("out.csv");
    sem.run("export", "--all", "--buckets", "day", "--decimal", "comma", "--bom", "--line-end", "lf", "--out",
        file.toString()).ends(0);
    String text = Files.readString(file);
    assertTrue(text.startsWith("\ufeffmeter;from;to;energyKwh"), text.substring(0, 40));
    assertFalse(text.contains("\r"));
    assertTrue(text.lines().skip(1).allMatch(row -> row.split(";", -1).length == 26), text);
    assertEquals("\r\n", sem.run("export", "--all").ends(0).out().replaceAll("[^\r\n]", "").substring(0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hour", "day", "week", "month", "share", "voltage", "heatmap", "weekmap", "duration",
      "profile",
      "compare"})
  void everyViewIsDrawnAndToldInNumbers(String view) {
    String words = sem.run("chart", "--all", "--view", view).ends(0).out();
    assertTrue(words.contains("% measured") && words.lines().count() > 2, words);
    String json = sem.run("chart", "--all", "--view", view, "--json").ends(0).out();
    Map<?, ?> document = tools.jackson.databind.json.JsonMapper.shared().readValue(json, Map.class);
    List<?> tables = (List<?>) java.util.Objects.requireNonNull(document.get("tables"));
    Map<?, ?> table = (Map<?, ?>) tables.getFirst();
    assertTrue(number(table, "coverage") > 0 || view.equals("compare"), json);
    assertFalse(((List<?>) java.util.Objects.requireNonNull(table.get("rows"))).isEmpty());
    Path picture = data.resolve(view + ".png");
    sem.run("chart", "--all", "--view", view, "--out", picture.toString()).ends(0);
    assertTrue(Files.exists(picture));
  }

  @Test
  void channelsAddUpToTheMeter() {
    double all = sum("--bucket", "day");
    assertEquals(all, sum("--bucket", "day", "--per-channel"), all * 1e-9);
  }

  private double sum(String... options) {
    var command = new java.util.ArrayList<>(List.of("export", "--all"));
    command.addAll(List.of(options));
    return sem.run(command.toArray(String[]::new)).ends(0).lines().stream().skip(1)
        .map(row -> row.split(",", -1)[ENERGY]).filter(cell -> !cell.isEmpty()).mapToDouble(Double::parseDouble).sum();
  }

  private List<?> analysis(String... options) {
    var command = new java.util.ArrayList<>(List.of("analyse", "--json"));
    command.addAll(List.of(options));
    String json = sem.run(command.toArray(String[]::new)).ends(0).out();
    return (List<?>) java.util.Objects.requireNonNull(
        tools.jackson.databind.json.JsonMapper.shared().readValue(json, Map.class).get("meters"));
  }

  private static Map<?, ?> part(Map<?, ?> document, String name) {
    return (Map<?, ?>) java.util.Objects.requireNonNull(document.get(name), name);
  }

  private static double number(Map<?, ?> document, String name) {
    return ((Number) java.util.Objects.requireNonNull(document.get(name), name)).doubleValue();
  }
}
