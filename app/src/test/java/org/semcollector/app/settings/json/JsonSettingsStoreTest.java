package org.semcollector.app.settings.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.analysis.Tariff;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.settings.Settings.Theme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class JsonSettingsStoreTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:34:56Z"), ZoneOffset.UTC);
  private static final Settings CHANGED = Settings.DEFAULTS.withTheme(Theme.DARK).withTextScale(1.5)
      .withEraseWhenProven(false).withZone(Optional.of("Europe/Sofia"))
      .withServer(new ServerSettings(Optional.of("https://tb.example.org"), ServerSettings.SignIn.API_KEY,
          Optional.of("me@example.org"), Optional.of("/etc/our-ca.pem"), Optional.of("sha256//AA=="), false, true))
      .withEnergy(EnergySettings.NONE.withFlatPrice(Optional.of(new BigDecimal("0.320")), "BGN")
          .withBands(List.of(
              new Tariff.Band("Night", EnumSet.allOf(DayOfWeek.class), 22, 6, new BigDecimal("0.2")),
              new Tariff.Band("Market", EnumSet.of(DayOfWeek.SATURDAY), 6, 22, new BigDecimal("-0.01"))))
          .withCo2(Optional.of(new BigDecimal("380.5"))));

  @TempDir
  Path folder = Path.of("");

  private Path file() {
    return folder.resolve("config").resolve("settings.json");
  }

  private JsonSettingsStore store() {
    return new JsonSettingsStore(file(), CLOCK);
  }

  @Test
  void aNewInstallationHasDefaults() {
    assertEquals(Settings.DEFAULTS, store().load());
    assertFalse(Files.exists(file()));
  }

  @Test
  void whatIsSavedIsLoaded() throws IOException {
    store().save(CHANGED);
    assertEquals(CHANGED, store().load());
    store().save(Settings.DEFAULTS);
    assertEquals(Settings.DEFAULTS, store().load());
    assertEquals(List.of("settings.json"), names());
  }

  @Test
  void unknownFieldsAreIgnoredAndMissingOnesAreDefaults() throws IOException {
    write("{\"schemaVersion\": 9, \"theme\": \"dark\", \"colourOfTheSky\": {\"blue\": true}}");
    assertEquals(Settings.DEFAULTS.withTheme(Theme.DARK), store().load());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"theme\": \"purple\"", "\"textScale\": 7", "\"textScale\": \"big\"", "\"theme\": 5",
      "\"zone\": \"Nowhere/Land\"", "\"zone\": 3", "\"serverUrl\": \"\"", "\"eraseWhenProven\": \"maybe\"",
      "\"meters\": {\"address\": \"ftp://x\", \"nominalVoltageV\": 12000}", "\"backup\": {\"at\": \"yesterday\"}",
      "\"campaign\": {\"meters\": [\"SEM-24:6f:28:ab:cd:ef\"]}"})
  void aFieldOutOfItsRangeTakesItsDefaultAndTheOthersStay(String field) throws IOException {
    write("{\"schemaVersion\": 1, \"language\": \"bg\", " + field + "}");
    Settings loaded = store().load();
    assertEquals(Optional.of("bg"), loaded.language());
    assertEquals(Settings.DEFAULTS, new Settings(loaded.zone(), loaded.theme(), loaded.textScale(), Optional.empty(),
        loaded.eraseWhenProven(), loaded.server(), loaded.charts(), loaded.energy(), loaded.meters(), loaded.campaign(),
        loaded.backup()));
  }

  /// A part of a tariff would make costs that are wrong without looking so.
  @ParameterizedTest
  @ValueSource(strings = {
      "{'name': 'a', 'days': ['mon'], 'fromHour': 1, 'toHour': 2, 'perKwh': '0.1'}",
      "{'name': 'a', 'days': [], 'fromHour': 1, 'toHour': 2, 'perKwh': '0.1'}",
      "{'name': 'a', 'days': ['monday'], 'fromHour': 24, 'toHour': 2, 'perKwh': '0.1'}",
      "{'name': 'a', 'days': ['monday'], 'fromHour': 1, 'toHour': 2, 'perKwh': 'cheap'}",
      "{'name': 'a', 'days': ['monday'], 'fromHour': 1, 'toHour': 2}",
      "{'name': 'a', 'days': ['monday'], 'fromHour': 1, 'toHour': 5, 'perKwh': '0.1'}, "
          + "{'name': 'b', 'days': ['monday'], 'fromHour': 4, 'toHour': 6, 'perKwh': '0.1'}",
      "7"})
  void aTariffOfWhichAPartIsWrongIsNoTariffAtAll(String bands) throws IOException {
    write(
        ("{'schemaVersion': 1, 'energy': {'pricePerKwh': '0.3', 'currency': 'BGN', 'co2GramsPerKwh': '380', 'bands': ["
            + bands + "]}}").replace('\'', '"'));
    assertEquals(EnergySettings.NONE.withFlatPrice(Optional.empty(), "BGN").withCo2(Optional.of(new BigDecimal("380"))),
        store().load().energy());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1e999999999\"", "\"-380\"", "\"NaN\"", "{}", "\"12345678901234567890123\""})
  void anEmissionOutOfItsRangeIsNotKnown(String grams) throws IOException {
    write("{\"schemaVersion\": 1, \"energy\": {\"currency\": \"EUR\", \"co2GramsPerKwh\": " + grams + "}}");
    assertEquals(EnergySettings.NONE, store().load().energy());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"schemaVersion\": 1, \"theme\"", "{\"theme\": \"dark\"}", "hello"})
  void aBrokenFileIsKeptUnderAnotherNameAndDefaultsAreUsed(String broken) throws IOException {
    write(broken);
    assertEquals(Settings.DEFAULTS, store().load());
    assertEquals(List.of("settings.json.bad-20260301T123456Z"), names());
    assertEquals(broken, Files.readString(file().resolveSibling("settings.json.bad-20260301T123456Z")));
  }

  @Test
  void bytesThatAreNotTextAreKeptToo() throws IOException {
    byte[] bytes = {'{', (byte) 0xC3, (byte) 0x28, (byte) 0xFF};
    Files.createDirectories(folder.resolve("config"));
    Files.write(file(), bytes);
    assertEquals(Settings.DEFAULTS, store().load());
    assertArrayEquals(bytes, Files.readAllBytes(file().resolveSibling("settings.json.bad-20260301T123456Z")));
  }

  @Test
  void asideFilesNeverOverwriteEachOther() throws IOException {
    write("first");
    store().load();
    write("second");
    store().load();
    assertEquals(List.of("settings.json.bad-20260301T123456Z", "settings.json.bad-20260301T123456Z-2"), names());
  }

  @Test
  void aSaveThatFailsLeavesTheFormerFileWhole() throws IOException {
    store().save(CHANGED);
    Files.createDirectory(file().resolveSibling("settings.json.new"));
    try {
      store().save(Settings.DEFAULTS);
    } catch (IOException e) {
      assertEquals(CHANGED, store().load());
      return;
    }
    throw new AssertionError("a folder cannot be written");
  }

  private void write(String text) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(file(), text);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder.resolve("config"))) {
      return files.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }
}
