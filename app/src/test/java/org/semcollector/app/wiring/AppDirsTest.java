package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class AppDirsTest {
  private static final Path HOME = Path.of("/home/ann").toAbsolutePath();

  @Test
  void theOptionWinsOverTheVariable() {
    assertEquals(Path.of("/x").toAbsolutePath(),
        AppDirs.dataDir(Optional.of(Path.of("/x")), Map.of("SEM_DATA_DIR", "/y"), "Linux", HOME));
    assertEquals(Path.of("/y").toAbsolutePath(),
        AppDirs.dataDir(Optional.empty(), Map.of("SEM_DATA_DIR", "/y"), "Linux", HOME));
  }

  @Test
  void everySystemHasItsOwnPlace() {
    assertEquals(HOME.resolve(".local/share/sem-collector"), place(Map.of(), "Linux"));
    assertEquals(Path.of("/data/sem-collector").toAbsolutePath(), place(Map.of("XDG_DATA_HOME", "/data"), "Linux"));
    assertEquals(HOME.resolve("Library/Application Support/SEM Collector"), place(Map.of(), "Mac OS X"));
    assertEquals(HOME.resolve("AppData/Local/SEM Collector"), place(Map.of(), "Windows 11"));
    assertEquals(HOME.resolve("L/SEM Collector"),
        place(Map.of("LOCALAPPDATA", HOME.resolve("L").toString()), "Windows 11"));
  }

  @Test
  void theKeyOfSecretsIsNeverInTheDataFolder() {
    for (String os : new String[]{"Linux", "Mac OS X", "Windows 11"})
      assertFalse(AppDirs.configDir(Map.of(), os, HOME).startsWith(place(Map.of(), os)), os);
    assertEquals(HOME.resolve(".config/sem-collector"),
        AppDirs.configDir(Map.of("XDG_CONFIG_HOME", ""), "Linux", HOME));
    assertEquals(Path.of("/c/sem-collector"), AppDirs.configDir(Map.of("XDG_CONFIG_HOME", "/c"), "Linux", HOME));
  }

  @Test
  void anEmptyVariableAndARelativeXdgFolderCountAsUnset() {
    assertEquals(HOME.resolve(".local/share/sem-collector"),
        place(Map.of("SEM_DATA_DIR", "", "XDG_DATA_HOME", "relative"), "Linux"));
  }

  @Test
  void aNewDataFolderIsForItsOwnerAlone(@TempDir Path folder) throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path dataDir = folder.resolve("a/b");
    AppDirs.makePrivate(dataDir);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir)));
  }

  private static Path place(Map<String, String> environment, String os) {
    return AppDirs.dataDir(Optional.empty(), environment, os, HOME);
  }
}
