package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the program keeps its data: journal, database, settings, log.
///
/// Linux: XDG base directories; Windows: `%LOCALAPPDATA%`; macOS: `~/Library/Application Support`.
final class AppDirs {
  private AppDirs() {}

  /// @param chosen `--data-dir`, which wins over `SEM_DATA_DIR`
  static Path dataDir(Optional<Path> chosen, Map<String, String> environment, String osName, Path home) {
    return chosen
        .or(() -> variable(environment, "SEM_DATA_DIR").map(Path::of))
        .orElseGet(() -> systemPlace(environment, osName.toLowerCase(Locale.ROOT), home))
        .toAbsolutePath()
        .normalize();
  }

  private static Path systemPlace(Map<String, String> environment, String os, Path home) {
    if (os.contains("win")) {
      Path local = variable(environment, "LOCALAPPDATA").map(Path::of).orElse(home.resolve("AppData/Local"));
      return local.resolve("SEM Collector");
    }
    if (os.contains("mac"))
      return home.resolve("Library/Application Support/SEM Collector");
    Path share = variable(environment, "XDG_DATA_HOME").map(Path::of).filter(Path::isAbsolute)
        .orElse(home.resolve(".local/share"));
    return share.resolve("sem-collector");
  }

  /// Where the key of encrypted secrets lives: away from the data, so that a copy of the data holds no key.
  ///
  /// Linux: `$XDG_CONFIG_HOME/sem-collector`; Windows: `%APPDATA%\SEM Collector`; macOS: `~/Library/Preferences`.
  static Path configDir(Map<String, String> environment, String osName, Path home) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("mac"))
      return home.resolve("Library/Preferences/SEM Collector");
    if (os.contains("win"))
      return variable(environment, "APPDATA").map(Path::of).orElse(home.resolve("AppData/Roaming"))
          .resolve("SEM Collector");
    return variable(environment, "XDG_CONFIG_HOME").map(Path::of).filter(Path::isAbsolute)
        .orElse(home.resolve(".config")).resolve("sem-collector");
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /// Makes the data folder for its owner alone: journal and database hold the meters' access tokens. A folder that
  /// cannot be made is named by whoever needs it first.
  static void makePrivate(Path dataDir) {
    try {
      if (Files.exists(dataDir))
        return;
      if (dataDir.getParent() != null)
        Files.createDirectories(dataDir.getParent());
      if (dataDir.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectory(dataDir,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(dataDir);
      }
    } catch (IOException e) {
      // said by whoever writes there
    }
  }
}
