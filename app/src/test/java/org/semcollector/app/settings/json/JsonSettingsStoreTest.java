package org.semcollector.app.settings.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
          Optional.of("me@example.org"), Optional.of("/etc/our-ca.pem"), Optional.of("sha256//AA=="), false, true));

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
      "\"zone\": \"Nowhere/Land\"", "\"zone\": 3", "\"serverUrl\": \"\"", "\"eraseWhenProven\": \"maybe\""})
  void aFieldOutOfItsRangeTakesItsDefaultAndTheOthersStay(String field) throws IOException {
    write("{\"schemaVersion\": 1, \"language\": \"bg\", " + field + "}");
    Settings loaded = store().load();
    assertEquals(Optional.of("bg"), loaded.language());
    assertEquals(Settings.DEFAULTS, new Settings(loaded.zone(), loaded.theme(), loaded.textScale(), Optional.empty(),
        loaded.eraseWhenProven(), loaded.server(), loaded.charts()));
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
