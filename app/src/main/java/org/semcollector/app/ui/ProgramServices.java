package org.semcollector.app.ui;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.semcollector.app.backup.Backup;
import org.semcollector.app.wifi.FleetPasswords;

/// What the Settings screen tells and does besides choices.
///
/// @param version of the program
/// @param libraries what the program is made of
/// @param dataDir where everything is kept
/// @param backup copies of it elsewhere
/// @param passwords Wi-Fi passwords of meters, in the secret store
/// @param systemLocale the laptop's language
/// @param systemZone the laptop's zone
public record ProgramServices(String version, List<Library> libraries, Path dataDir, Backup backup,
    FleetPasswords passwords, Locale systemLocale, ZoneId systemZone) {
  /// Something the program is made of.
  ///
  /// @param version empty text when it does not say
  public record Library(String name, String version, String licence) {}

  public ProgramServices {
    libraries = List.copyOf(libraries);
  }
}
