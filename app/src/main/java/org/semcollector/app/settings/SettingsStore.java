package org.semcollector.app.settings;

import java.io.IOException;

/// Where settings live. A file that cannot be read is set aside, never overwritten, and defaults are used.
public interface SettingsStore {
  Settings load();

  /// Saves all settings; the former file is intact until the new one is complete.
  void save(Settings settings) throws IOException;
}
