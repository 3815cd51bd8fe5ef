package org.semcollector.app.wiring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.firmware.library.files.FileFirmwareLibrary;
import org.semcollector.app.laptopclock.ClockObservation;
import org.semcollector.app.laptopclock.LaptopClockEvidence;
import org.semcollector.app.secret.SecretStore;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.sync.ServerDates;
import org.semcollector.app.sync.networkmanager.NetworkManagerCost;
import org.semcollector.app.sync.server.ConnectionTest;
import org.semcollector.app.sync.server.DashboardInstall;
import org.semcollector.app.sync.server.FirmwareFetch;
import org.semcollector.app.sync.server.NetworkCost;
import org.semcollector.app.sync.server.OnlineCheck;
import org.semcollector.app.sync.server.ServerClient;
import org.semcollector.app.sync.server.ServerDevices;
import org.semcollector.app.sync.server.ServerSentences;
import org.semcollector.app.sync.server.ServerTools;
import org.semcollector.app.sync.server.SignIns;
import org.semcollector.app.sync.thingsboard.HttpServerClient;

/// Puts together what has to do with a server.
final class ServerWiring {
  /// Servers say whole seconds.
  private static final Duration SECOND = Duration.ofSeconds(1);

  private ServerWiring() {}

  static ServerTools tools(SystemFacts system, Path dataDir, SettingsStore settings, SecretStore secrets,
      MeterStore meters, ServerDates dates, OnlineCheck.Due due) {
    var sentences = new ServerSentences(system.locale());
    ServerClient.Opener servers = HttpServerClient.opener(system.clock(), dates);
    var signIns = new SignIns(settings, secrets, sentences);
    FirmwareLibrary library = library(system, dataDir);
    return new ServerTools(signIns, new ConnectionTest(servers, meters, system.clock(), sentences),
        new ServerDevices(servers, meters, sentences), new DashboardInstall(servers, sentences),
        new FirmwareFetch(servers, library, sentences), library,
        new OnlineCheck(settings, signIns, servers, networkCost(system), due, sentences));
  }

  /// The firmware files of a data folder.
  static FirmwareLibrary library(SystemFacts system, Path dataDir) {
    return new FileFirmwareLibrary(dataDir.resolve("firmware"), system.clock());
  }

  /// Every answer of a server is a look at a better clock.
  static ServerDates dates(SystemFacts system, LaptopClockEvidence evidence) {
    return (URI server, java.time.Instant said, Duration roundTrip) -> evidence
        .seen(new ClockObservation(server.getScheme() + "://" + server.getAuthority(),
            "https".equalsIgnoreCase(server.getScheme()), said, roundTrip.plus(SECOND), system.clock().instant(),
            system.uptime().count().nanos(), system.uptime().count().run()));
  }

  private static NetworkCost networkCost(SystemFacts system) {
    if (!system.osName().toLowerCase(Locale.ROOT).contains("linux"))
      return NetworkCost.UNKNOWN;
    return new NetworkManagerCost(system.systemBus());
  }
}
