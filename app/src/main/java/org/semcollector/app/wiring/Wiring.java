package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.semcollector.app.cli.Cli;
import org.semcollector.app.cli.CliContext;
import org.semcollector.app.cli.Console;

/// Puts the program together.
public final class Wiring {
  private Wiring() {}

  /// The command line on the real clock, zone, language and folders.
  public static Cli commandLine(Console console) {
    LogFile.silenceTerminal();
    var system = new SystemFacts(Clock.systemUTC(), ZoneId.systemDefault(), Locale.getDefault(), System.getenv(),
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    return new Cli(
        new CliContext(console, system.clock(), (dataDir, simulated) -> AppServices.open(system, dataDir, simulated),
            dataDir -> DesktopWiring.open(system, dataDir, console)));
  }
}
