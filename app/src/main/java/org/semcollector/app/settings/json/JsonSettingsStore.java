package org.semcollector.app.settings.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.settings.SettingsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// Settings in one JSON file, written whole: beside it first, forced to the disk, then moved over it.
public final class JsonSettingsStore implements SettingsStore {
  private static final Logger LOG = LoggerFactory.getLogger(JsonSettingsStore.class);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
      .withZone(ZoneOffset.UTC);

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
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder for " + file);
    }
    Files.createDirectories(folder);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var out = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(json.write(settings));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(folder);
  }

  // Without this a power cut may bring the former file back; where a system cannot do it, that is all that happens.
  private static void forceFolder(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("the folder {} cannot be forced to the disk", folder, e);
    }
  }

  private void setAside(String why) {
    String name = file.getFileName() + ".bad-" + STAMP.format(clock.instant());
    Path aside = file.resolveSibling(name);
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(name + "-" + i);
    }
    try {
      Files.move(file, aside);
      LOG.warn("The settings in {} cannot be used: {}. They are kept as {}; defaults are used.", file, why, aside);
    } catch (IOException e) {
      LOG.warn("The settings in {} cannot be used ({}) nor set aside ({}); defaults are used.", file, why,
          e.getMessage());
    }
  }
}
