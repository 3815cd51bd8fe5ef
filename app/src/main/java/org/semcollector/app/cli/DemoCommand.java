package org.semcollector.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.simulated.SimulatedMeters;
import org.semcollector.app.simulated.SimulatedServer;
import org.semcollector.app.sync.SyncListener;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.MeterPassphrases;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiCollect;
import org.semcollector.protocol.simulator.SimulatedSite.SiteMeter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "The whole job on simulated meters: scan, collect, correct, store, draw, upload, prove.")
final class DemoCommand extends SemCommand {
  @Option(names = "--meters", paramLabel = "N", defaultValue = "6", description = "How many meters (default: 6).")
  int meters;

  @Option(names = "--days", paramLabel = "D", defaultValue = "120", description = "Days of history (default: 120).")
  int days;

  @Option(names = "--out", paramLabel = "DIR", description = "Where charts and data go (default: demo-out and the time).")
  @Nullable
  Path out;

  DemoCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    if (meters < 1 || meters > 100 || days < 1 || days > 2500) {
      throw new CliException(ExitCode.USAGE, "The demo takes 1 to 100 meters and 1 to 2500 days.");
    }
    Path folder = freshFolder();
    long started = System.nanoTime();
    try (Services services = context.services().open(Optional.of(folder), true);
        var site = SimulatedMeters.start(meters, days, frozen(services.clock()), services.zone());
        var server = SimulatedServer.start(site.site(), services.clock(), 0)) {
      var card = new DemoCard(folder);
      run(services, site, server, card);
      card.took(System.nanoTime() - started);
      if (common.json)
        printJson(card.document());
      else
        print(card.toString());
      return card.everythingHolds() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private void run(Services services, SimulatedMeters site, SimulatedServer server, DemoCard card) throws Exception {
    WifiAdapter wifi = site.wifi();
    say("1 Scan: " + wifi.scan(WifiAdapter.SCAN_LIMIT, Progress.NONE).size() + " meters in range");
    name(services, site);
    say("2 Collect");
    for (AccessPoint accessPoint : wifi.scan(WifiAdapter.SCAN_LIMIT, Progress.NONE))
      card.visited(visit(services, wifi, accessPoint));
    say("3 Check against what the meters really stored");
    for (SiteMeter meter : site.site().meters()) {
      card.checked(DemoCheck.of(meter.meter(), services.readings()));
    }
    say("4 Charts");
    try (var charts = new DemoCharts(services, card.folder())) {
      for (Path picture : charts.draw()) {
        card.drew(picture);
        say("  " + picture);
      }
    }
    say("5 Upload to the simulated ThingsBoard and read back");
    SyncReport report = services.sync().sync(server.target(), SyncListener.NONE);
    report.problems().forEach(problem -> say("  " + problem));
    card.synced(report, server.storedReadings());
    say("6 Everything once more: nothing may be stored or sent twice");
    int again = 0;
    for (AccessPoint accessPoint : wifi.scan(WifiAdapter.SCAN_LIMIT, Progress.NONE))
      again += visit(services, wifi, accessPoint).newReadings();
    services.sync().sync(server.target(), SyncListener.NONE);
    card.repeated(again, server.storedReadings());
  }

  private CollectResult visit(Services services, WifiAdapter wifi, AccessPoint accessPoint) throws Exception {
    CollectResult result = new WifiCollect(new MeterJoin(wifi, MeterPassphrases.NONE), services.collect())
        .collect(accessPoint, ErasePolicy.WHEN_PROVEN, CollectListener.NONE);
    say("  " + accessPoint.ssid() + "  " + result.sentence());
    return result;
  }

  /// No hour ends during the demo: what is read again must be the same.
  private static Clock frozen(Clock clock) {
    return Clock.fixed(clock.instant(), clock.getZone());
  }

  private static void name(Services services, SimulatedMeters site) throws Exception {
    for (SiteMeter meter : site.site().meters())
      services.meters().rename(meter.meter().ssid(), meter.name());
  }

  /// Never an existing one: a demo must not mix with anybody's data.
  private Path freshFolder() throws CliException {
    try {
      String time = java.time.LocalDateTime.ofInstant(context.clock().instant(), java.time.ZoneOffset.UTC)
          .truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
      Path wanted = out == null ? Path.of("demo-out").resolve(time) : out;
      Path folder = wanted;
      for (int i = 2; Files.exists(folder.resolve("simulated")); i++)
        folder = Path.of(wanted + "-" + i);
      return Files.createDirectories(folder);
    } catch (java.io.IOException e) {
      throw new CliException(
          "The demo's folder cannot be made (" + InputFile.reason(e) + "): choose another with --out.");
    }
  }
}
