package org.semcollector.app.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.semcollector.app.cli.Console;
import org.semcollector.app.meter.CollectService;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.simulated.SimulatedMeters;
import org.semcollector.app.simulated.SimulatedServer;
import org.semcollector.app.sync.SyncService;
import org.semcollector.app.ui.DesktopApp;
import org.semcollector.app.ui.SyncServices;
import org.semcollector.app.ui.TrySimulated;
import org.semcollector.app.ui.UiServices;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiCollect;
import org.semcollector.protocol.simulator.SimulatedSite.SiteMeter;

/// Puts the window together, on the user's own data or on simulated meters with a folder of their own.
final class DesktopWiring {
  private static final int SIMULATED_METERS = 6;
  private static final int SIMULATED_DAYS = 120;

  private final SystemFacts system;

  private DesktopWiring(SystemFacts system) {
    this.system = system;
  }

  /// @return the program's exit code when the window was closed
  static int open(SystemFacts system, Optional<Path> dataDir, Console console) throws Exception {
    var wiring = new DesktopWiring(system);
    AppServices services = AppServices.open(system, dataDir, false);
    try {
      UiServices real = wiring.window(services, services.wifi(), false, services::close);
      Optional<String> problem = DesktopApp.launch(real);
      problem.ifPresent(console.err()::println);
      return problem.isEmpty() ? 0 : 1;
    } finally {
      services.close();
    }
  }

  private UiServices window(
      AppServices services, WifiAdapter wifi, boolean simulated, Runnable whenClosed)
      throws Exception {
    CollectService collect = services.collect();
    Optional<TrySimulated> offer = simulated ? Optional.empty() : Optional.of(this::simulated);
    return new UiServices(services.meters(), services.buckets(), services.readings(), services.marks(),
        services.spreadsheets(), services.correctionNames(),
        services.corrections(),
        new WifiCollect(new MeterJoin(wifi, services.passphrases()), collect)::collect, wifi,
        services.settings(), services.clock(), services.laptopClock(), services.zone(), services.locale(),
        OperationWiring.operations(services, new MeterJoin(wifi, services.passphrases())),
        AirWiring.services(services, wifi, simulated), OperationWiring.program(services, system),
        Optional.of(sync(services)), offer,
        simulated,
        whenClosed);
  }

  static SyncServices sync(AppServices services) throws Exception {
    SyncService sync = services.sync();
    return new SyncServices(sync::sync, sync::preview, services.syncRuns(), services.server(),
        services.setUpPreparation());
  }

  /// Six meters, a server that knows them, and a folder that is deleted afterwards.
  private UiServices simulated() throws Exception {
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    try {
      Path folder = Files.createTempDirectory("sem-simulated");
      opened.push(() -> TemporaryFolder.delete(folder));
      AppServices services = AppServices.open(system, Optional.of(folder), true);
      opened.push(services);
      var site = SimulatedMeters.start(SIMULATED_METERS, SIMULATED_DAYS, system.clock(), system.zone());
      opened.push(site);
      var server = SimulatedServer.start(site.site(), system.clock(), 0);
      opened.push(server);
      for (SiteMeter meter : site.site().meters())
        services.meters().rename(meter.meter().ssid(), meter.name());
      services.server().signIns().keep(ServerSettings.NONE.withAddress(Optional.of(server.uri().toString()))
          .withSignIn(ServerSettings.SignIn.API_KEY, Optional.empty()).withAutomatic(false),
          server.target().apiKey().map(Secret::new));
      return window(services, site.wifi(), true, () -> closeAll(opened));
    } catch (Exception e) {
      closeAll(opened);
      throw e;
    }
  }

  private static void closeAll(Deque<AutoCloseable> opened) {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        org.slf4j.LoggerFactory.getLogger(DesktopWiring.class).warn("closing failed", e);
      }
    }
  }
}
