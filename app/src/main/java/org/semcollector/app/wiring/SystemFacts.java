package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.semcollector.app.sync.Pause;

/// What the program knows of the machine it runs on; asked once.
///
/// @param visitPause lets time pass in a visit
/// @param syncPause lets time pass before a server is asked again
record SystemFacts(Clock clock, ZoneId zone, Locale locale, Map<String, String> environment, String osName, Path home,
    org.semcollector.app.meter.Pause visitPause, Pause syncPause) {
  /// A machine on which waiting takes its time.
  SystemFacts(Clock clock, ZoneId zone, Locale locale, Map<String, String> environment, String osName, Path home) {
    this(clock, zone, locale, environment, osName, home, org.semcollector.app.meter.Pause.REAL, Pause.SLEEPING);
  }

  /// The same machine where waiting for a server takes no time.
  SystemFacts withSyncPause(Pause pause) {
    return new SystemFacts(clock, zone, locale, environment, osName, home, visitPause, pause);
  }
}
