package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.simulated.SimulatedMeters;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Progress;
import org.semcollector.app.ui.FxExtension;
import org.semcollector.app.ui.UiServices;
import org.semcollector.app.ui.WalkUseCase;
import org.semcollector.app.ui.Window;
import org.semcollector.app.ui.shell.Screen;
import org.semcollector.app.walk.StopState;
import org.semcollector.app.walk.WalkListener;
import org.semcollector.app.walk.WalkPlan;
import org.semcollector.app.walk.WalkReport;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.MeterPassphrases;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiCollect;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The window on a simulated site: meters on loopback sockets are collected into a real database and then shown. With
/// `-Dsem.pictures=docs/pictures` the pictures of the README are drawn again.
@ExtendWith(FxExtension.class)
class WindowPicturesIT {
  private static final Instant NOW = Instant.parse("2026-11-20T15:20:00Z");
  private static final Path PICTURES = Path.of(System.getProperty("sem.root"))
      .resolve(System.getProperty("sem.pictures", "app/target/pictures"));

  @Test
  void collectedMetersAreShownInBothSchemes(@TempDir Path folder) throws Exception {
    Clock clock = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));
    SystemFacts system = new SystemFacts(clock, clock.getZone(), Locale.UK, Map.of(), "Linux", folder);
    try (AppServices services = AppServices.open(system, Optional.of(folder), false);
        SimulatedMeters site = SimulatedMeters.start(6, 60, clock, clock.getZone())) {
      UiServices ui = window(services, site, system);
      collectAll(ui);
      for (boolean dark : new boolean[]{false, true}) {
        try (Window window = Window.open(ui, dark, 1)) {
          window.picture(PICTURES.resolve(dark ? "meters-dark.png" : "meters-light.png"));
          window.show(Screen.CHARTS);
          window.picture(PICTURES.resolve(dark ? "window-dark.png" : "window-light.png"));
        }
      }
    }
  }

  @Test
  void aWalkOfTheWindowCollectsAWholeSite(@TempDir Path folder) throws Exception {
    Clock clock = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));
    SystemFacts system = new SystemFacts(clock, clock.getZone(), Locale.UK, Map.of(), "Linux", folder);
    try (AppServices services = AppServices.open(system, Optional.of(folder), false);
        SimulatedMeters site = SimulatedMeters.start(3, 10, clock, clock.getZone())) {
      for (var meter : site.site().meters())
        services.notes().change(meter.meter().ssid(), note -> note.withSite("Farm"));
      WalkUseCase walk = window(services, site, system).air().walk();
      List<Ssid> farm = walk.sites().getOrDefault("Farm", List.of());
      assertEquals(3, farm.size());
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
      WalkReport report = walk.run(WalkPlan.route(farm), ErasePolicy.WHEN_PROVEN, WalkListener.NONE, new Progress() {
        @Override
        public void at(long done, long total) {
          // nobody looks
        }

        @Override
        public boolean cancelled() {
          return System.nanoTime() > end;
        }
      });
      assertEquals(WalkReport.Ending.COMPLETE, report.ending(), report.toString());
      assertEquals(3, report.count(StopState.DONE), report.toString());
    }
  }

  private static UiServices window(AppServices services, SimulatedMeters site, SystemFacts system) throws Exception {
    for (var meter : site.site().meters())
      services.meters().rename(meter.meter().ssid(), meter.name());
    WifiAdapter wifi = site.wifi();
    return new UiServices(services.meters(), services.buckets(), services.readings(), services.marks(),
        services.spreadsheets(), services.correctionNames(),
        services.corrections(),
        new WifiCollect(new MeterJoin(wifi, MeterPassphrases.NONE), services.collect())::collect,
        wifi, services.settings(), services.clock(), services.laptopClock(), services.zone(), services.locale(),
        OperationWiring.operations(services, new MeterJoin(wifi, MeterPassphrases.NONE)),
        AirWiring.services(services, wifi, true), OperationWiring.program(services, system),
        Optional.of(DesktopWiring.sync(services)), Optional.empty(), true,
        () -> {});
  }

  private static void collectAll(UiServices ui) throws Exception {
    for (AccessPoint point : ui.wifi().scan(WifiAdapter.SCAN_LIMIT, Progress.NONE)) {
      CollectResult result = ui.collect().collect(point, ErasePolicy.WHEN_PROVEN, CollectListener.NONE);
      assertEquals(CollectResult.State.DONE, result.state(), result.sentence());
    }
    for (MeterRow meter : ui.meters().meters())
      assertTrue(meter.readings() > 0, meter.name());
  }
}
