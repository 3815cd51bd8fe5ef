package org.semcollector.app.settings;

import java.time.Instant;
import java.util.Optional;

/// The last copy of the data that was made elsewhere.
///
/// @param folder where
/// @param at when it was complete
public record BackupSettings(Optional<String> folder, Optional<Instant> at) {
  /// None was made.
  public static final BackupSettings NONE = new BackupSettings(Optional.empty(), Optional.empty());
}
