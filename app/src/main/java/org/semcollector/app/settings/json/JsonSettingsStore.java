package org.semcollector.app.settings.json;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.semcollector.app.files.SmallFile;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.settings.SettingsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// Settings in one JSON file, written whole: beside it first, forced to the disk, then moved over it.
public final class JsonSettingsStore implements SettingsStore {
  private static final Logger LOG = LoggerFactory.getLogger(JsonSettingsStore.class);

  private final Path file;
  private final Clock clock;
  private final SettingsJson json = new SettingsJson();

  /// @param file need not exist yet, nor its folder
  /// @param clock names files that are set aside
  public JsonSettingsStore(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public synchronized Settings load() {
    try {
      Optional<Settings> settings = json.read(Files.readString(file));
      if (settings.isPresent()) {
        return settings.get();
      }
      setAside("it does not hold settings");
    } catch (NoSuchFileException e) {
      return Settings.DEFAULTS;
    } catch (JacksonException e) {
      setAside("it is not JSON");
    } catch (CharacterCodingException e) {
      setAside("it is not text");
    } catch (IOException e) {
      // not readable now is not broken: it may be readable next time, so it stays where it is
      LOG.warn("The settings in {} cannot be read ({}); defaults are used.", file, e.getMessage());
    }
    return Settings.DEFAULTS;
  }

  @Override
  public synchronized void save(Settings settings) throws IOException {
    SmallFile.write(file, json.write(settings));
  }

  private void setAside(String why) {
    try {
      Path aside = SmallFile.setAside(file, clock.instant());
      LOG.warn("The settings in {} cannot be used: {}. They are kept as {}; defaults are used.", file, why, aside);
    } catch (IOException e) {
      LOG.warn("The settings in {} cannot be used ({}) nor set aside ({}); defaults are used.", file, why,
          e.getMessage());
    }
  }
}
