package org.semcollector.app.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.laptopclock.ProcessUptime;
import org.semcollector.app.laptopclock.SystemSync;
import org.semcollector.app.laptopclock.Uptime;
import org.semcollector.app.laptopclock.linux.KernelSync;
import org.semcollector.app.sync.Pause;

/// What the program knows of the machine it runs on; asked once.
///
/// @param uptime counts since its start
/// @param clockSync whether its clock is kept by better ones
/// @param meterPlace where meters that were joined by hand are looked for
/// @param visitPause lets time pass in a visit
/// @param syncPause lets time pass before a server is asked again
record SystemFacts(Clock clock, ZoneId zone, Locale locale, Map<String, String> environment, String osName, Path home,
    Uptime uptime, SystemSync clockSync, MeterPlace meterPlace, org.semcollector.app.meter.Pause visitPause,
    Pause syncPause) {
  private static final String SOCKET = "unix:path=";
  private static final String SYSTEM_BUS = "/run/dbus/system_bus_socket";

  /// A machine in no network, whose clock is kept right, and on which waiting takes its time.
  SystemFacts(Clock clock, ZoneId zone, Locale locale, Map<String, String> environment, String osName, Path home) {
    this(clock, zone, locale, environment, osName, home, new ProcessUptime("this run"),
        () -> new SystemSync.Kept(Duration.ofSeconds(1)), MeterPlace.NOWHERE, org.semcollector.app.meter.Pause.REAL,
        Pause.SLEEPING);
  }

  /// Who knows whether a system's clock is kept.
  static SystemSync clockSync(String osName) {
    return osName.equals("Linux") ? new KernelSync() : SystemSync.UNKNOWN;
  }

  /// The same machine with another knowledge of its clock.
  SystemFacts withClockSync(SystemSync sync) {
    return new SystemFacts(clock, zone, locale, environment, osName, home, uptime, sync, meterPlace, visitPause,
        syncPause);
  }

  /// The same machine where waiting for a server takes no time.
  SystemFacts withSyncPause(Pause pause) {
    return new SystemFacts(clock, zone, locale, environment, osName, home, uptime, clockSync, meterPlace, visitPause,
        pause);
  }

  /// The same machine where waiting in a visit or on a walk passes in another way.
  SystemFacts withVisitPause(org.semcollector.app.meter.Pause pause) {
    return new SystemFacts(clock, zone, locale, environment, osName, home, uptime, clockSync, meterPlace, pause,
        syncPause);
  }

  /// The same machine in other networks.
  SystemFacts withMeterPlace(MeterPlace place) {
    return new SystemFacts(clock, zone, locale, environment, osName, home, uptime, clockSync, place, visitPause,
        syncPause);
  }

  /// The address of D-Bus's system bus; empty where there is none.
  Optional<String> systemBus() {
    Optional<String> said = Optional.ofNullable(environment.get("DBUS_SYSTEM_BUS_ADDRESS"));
    return said.or(() -> Optional.of(SOCKET + SYSTEM_BUS)).filter(SystemFacts::mayAnswer);
  }

  /// Who connects to a socket that is not there waits for it for ten seconds.
  private static boolean mayAnswer(String address) {
    int end = address.indexOf(',') < 0 ? address.length() : address.indexOf(',');
    return !address.startsWith(SOCKET) || Files.exists(Path.of(address.substring(SOCKET.length(), end)));
  }
}
