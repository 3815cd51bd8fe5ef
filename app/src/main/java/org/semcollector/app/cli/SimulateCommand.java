package org.semcollector.app.cli;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.simulated.SimulatedMeters;
import org.semcollector.app.simulated.SimulatedServer;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.ScaledTime;
import org.semcollector.protocol.simulator.SimulatedRadio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "simulate", description = "Runs simulated meters, and a simulated ThingsBoard, until Ctrl-C.")
final class SimulateCommand extends SemCommand {
  private static final int LAST_PORT = 65_535;

  @Option(names = "--meters", paramLabel = "N", defaultValue = "3", description = "How many (default: 3).")
  int meters;

  @Option(names = "--days", paramLabel = "D", defaultValue = "60", description = "Days of history (default: 60).")
  int days;

  @Option(names = "--port", paramLabel = "P", defaultValue = "0", description = "Port of the first meter, the others follow (default: any).")
  int port;

  @Option(names = "--faults", paramLabel = "PLAN", defaultValue = "", description = "What goes wrong, see docs/simulator.md: \"telemetry:cut@4000; reset:500\".")
  String faults;

  @Option(names = "--speed", paramLabel = "X", defaultValue = "1", description = "How much faster than real time the meters live (default: 1).")
  int speed;

  @Option(names = "--thingsboard", paramLabel = "PORT", arity = "0..1", fallbackValue = "0", description = "Also a simulated ThingsBoard that knows the meters.")
  @Nullable
  Integer thingsBoard;

  SimulateCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    if (meters < 1 || meters > 100 || days < 1 || days > 4000 || speed < 1 || speed > 100_000) {
      throw new CliException(ExitCode.USAGE, "--meters takes 1 to 100, --days 1 to 4000, --speed 1 to 100000.");
    }
    checkPort(port, meters);
    checkPort(thingsBoard == null ? 0 : thingsBoard, 1);
    FaultPlan plan = plan();
    try (Services services = open()) {
      InstantSource time = new ScaledTime(services.clock(), services.clock().instant(), speed);
      try (var site = SimulatedMeters.start(meters, days, time, services.zone(), _ -> plan, port);
          var server = thingsBoard == null ? null : SimulatedServer.start(site.site(), time, thingsBoard)) {
        announce(site, server);
        new CountDownLatch(1).await();
      }
    } catch (UncheckedIOException e) {
      throw new CliException(
          "Nothing was started: " + e.getMessage() + ". Choose another port, or none to take any free one.");
    }
    return ExitCode.DONE;
  }

  private static void checkPort(int first, int many) throws CliException {
    if (first < 0 || first + many - 1 > LAST_PORT)
      throw new CliException(ExitCode.USAGE, "There is no such port: they go from 1 to " + LAST_PORT + ".");
  }

  private FaultPlan plan() throws CliException {
    try {
      return FaultPlan.parse(faults);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, "The fault plan is not understood: " + e.getMessage());
    }
  }

  private void announce(SimulatedMeters site, @Nullable SimulatedServer server) {
    if (common.json) {
      var document = new LinkedHashMap<String, Object>();
      var rows = new ArrayList<Map<String, Object>>();
      for (SimulatedRadio radio : site.radios().list()) {
        var row = new LinkedHashMap<String, Object>();
        row.put("ssid", radio.ssid().value());
        row.put("name", radio.name());
        row.put("url", radio.server().uri().toString());
        rows.add(row);
      }
      document.put("meters", rows);
      if (server != null) {
        document.put("thingsboard", server.uri().toString());
        document.put("apiKey", server.apiKey());
      }
      printJson(document);
      return;
    }
    var table = new TextTable("METER", "NAME", "ADDRESS");
    List<SimulatedRadio> radios = site.radios().list();
    for (SimulatedRadio radio : radios) {
      table.add(radio.ssid().value(), radio.name(), radio.server().uri().toString());
    }
    print(table.toString());
    if (server != null)
      print("ThingsBoard at " + server.uri() + ", API key " + server.apiKey());
    say("Running until Ctrl-C. Collect with: sem collect --url " + radios.getFirst().server().uri() + " --ssid "
        + radios.getFirst().ssid());
  }
}
