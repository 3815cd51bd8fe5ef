package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.semcollector.app.cli.Cli;
import org.semcollector.app.cli.CliContext;
import org.semcollector.app.cli.Console;
import org.semcollector.app.laptopclock.ProcessUptime;
import org.semcollector.app.laptopclock.linux.LinuxUptime;
import org.semcollector.app.meter.Pause;

/// Puts the program together.
public final class Wiring {
  private Wiring() {}

  /// The command line on the real clock, zone, language and folders.
  public static Cli commandLine(Console console) {
    LogFile.silenceTerminal();
    var system = new SystemFacts(Clock.systemUTC(), ZoneId.systemDefault(), Locale.getDefault(), System.getenv(),
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")),
        LinuxUptime.orElse(new ProcessUptime(UUID.randomUUID().toString())),
        SystemFacts.clockSync(System.getProperty("os.name")), MeterPlace.of(System.getProperty("os.name")), Pause.REAL,
        org.semcollector.app.sync.Pause.SLEEPING);
    return new Cli(
        new CliContext(console, system.clock(), (dataDir, simulated) -> AppServices.open(system, dataDir, simulated),
            dataDir -> DesktopWiring.open(system, dataDir, console)));
  }
}
