package org.semcollector.app.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.firmware.library.ServerFirmware;
import org.semcollector.app.firmware.library.files.FileFirmwareLibrary;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.setup.FakeSetUps;
import org.semcollector.app.setup.SetUpPreparation;
import org.semcollector.app.setup.SetUpSentences;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.SyncRuns;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.SyncListener;
import org.semcollector.app.sync.SyncOptions;
import org.semcollector.app.sync.SyncPreview;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.sync.server.ConnectionTest;
import org.semcollector.app.sync.server.DashboardInfo;
import org.semcollector.app.sync.server.DashboardInstall;
import org.semcollector.app.sync.server.DeviceInfo;
import org.semcollector.app.sync.server.DeviceProfile;
import org.semcollector.app.sync.server.FirmwareFetch;
import org.semcollector.app.sync.server.NetworkCost;
import org.semcollector.app.sync.server.NewDevice;
import org.semcollector.app.sync.server.OnlineCheck;
import org.semcollector.app.sync.server.Page;
import org.semcollector.app.sync.server.ServerClient;
import org.semcollector.app.sync.server.ServerDevices;
import org.semcollector.app.sync.server.ServerIdentity;
import org.semcollector.app.sync.server.ServerSentences;
import org.semcollector.app.sync.server.ServerTools;
import org.semcollector.app.sync.server.SignIns;

/// A made-up server with devices named like the meters, and what was synced with it.
final class FakeSync {
  private static final DeviceProfile PROFILE = new DeviceProfile("0195a000-1111-2222-3333-444455556666", "SEM");

  private final MeterStore meters;
  private final SettingsStore settings;
  private final Clock clock;
  private final int count;
  final FakeSetUps prepared = new FakeSetUps();
  final MemorySecrets secrets = new MemorySecrets();
  final List<SyncTarget> targets = new ArrayList<>();
  final List<SyncOptions> options = new ArrayList<>();
  Optional<Trouble> trouble = Optional.empty();
  Optional<SyncReport> outcome = Optional.of(new SyncReport(1200, 0, 3, 40,
      List.of("Florist: the server does not know this meter. Its readings are kept here.")));
  boolean metered;
  boolean due = true;

  FakeSync(MeterStore meters, SettingsStore settings, Clock clock, int count) {
    this.meters = meters;
    this.settings = settings;
    this.clock = clock;
    this.count = count;
  }

  SyncServices services() {
    return new SyncServices(this::sync, this::queue, new Runs(), tools(),
        new SetUpPreparation(prepared, meters, new SetUpSentences(Locale.UK)));
  }

  private SyncReport sync(SyncTarget target, SyncOptions wanted, SyncListener listener) throws StoreException {
    targets.add(target);
    options.add(wanted);
    listener.at(600, 1200);
    return outcome.orElseThrow(() -> new StoreException("no database"));
  }

  private List<SyncPreview> queue() throws StoreException {
    List<SyncPreview> queue = new ArrayList<>();
    for (MeterRow row : meters.meters()) {
      long refused = queue.size() % 5 == 2 ? 3 : 0;
      long accepted = queue.size() % 4 == 1 ? 41 : 0;
      queue.add(new SyncPreview(row.ssid(), row.name(), row.unproven(), queue.size() % 6 == 3 ? 744 : 0, accepted,
          refused, row.readings() - row.unproven(), queue.size() == 1 ? 3 : 0,
          refused == 0 ? Map.of() : Map.of("status 400, \"Failed to parse telemetry\"", refused)));
    }
    return queue;
  }

  private ServerTools tools() {
    var sentences = new ServerSentences(Locale.UK);
    ServerClient.Opener servers = target -> new Server(target.canProve());
    var signIns = new SignIns(settings, secrets, sentences);
    FirmwareLibrary library = new FileFirmwareLibrary(Path.of("no-such-folder"), clock);
    NetworkCost cost = () -> metered;
    return new ServerTools(signIns, new ConnectionTest(servers, meters, clock, sentences),
        new ServerDevices(servers, meters, sentences), new DashboardInstall(servers, sentences),
        new FirmwareFetch(servers, library, sentences), library,
        new OnlineCheck(settings, signIns, servers, cost, _ -> due, sentences));
  }

  /// Two runs, the older one cut short.
  private final class Runs implements SyncRuns {
    @Override
    public long started(Instant at, String server) {
      return 1;
    }

    @Override
    public void ended(long id, Instant at, Outcome how, Counts counts, String sentence) {}

    @Override
    public List<Run> newest(int limit) {
      if (count == 0)
        return List.of();
      Instant now = clock.instant();
      return List.of(
          new Run(2, now.minusSeconds(7200), "https://things.example.org", Optional.of(now.minusSeconds(7100)),
              Optional.of(Outcome.PARTLY), new Counts(41_200, 0, 3, 0, 0, 40),
              "Florist: the server does not know this meter. Its readings are kept here."),
          new Run(1, now.minusSeconds(90_000), "https://things.example.org", Optional.empty(), Optional.empty(),
              Counts.NOTHING, ""));
    }
  }

  /// Answers from memory.
  private final class Server implements ServerClient {
    private final boolean signedIn;

    Server(boolean signedIn) {
      this.signedIn = signedIn;
    }

    @Override
    public Answer<ServerIdentity> identify() {
      return trouble.<Answer<ServerIdentity>>map(Answer::not).orElseGet(() -> Answer.ok(new ServerIdentity(
          Optional.of("4.3.1.3"),
          signedIn ? Optional.of(new ServerIdentity.Who("admin@example.org", true)) : Optional.empty(),
          Optional.of(clock.instant()), Optional.empty())));
    }

    @Override
    public Answer<Page<DeviceInfo>> devices(int page) {
      List<DeviceInfo> devices = new ArrayList<>();
      try {
        for (MeterRow row : meters.meters()) {
          if (devices.size() != 1)
            devices.add(new DeviceInfo("d" + devices.size(), row.name(), "", PROFILE));
          else
            devices.add(new DeviceInfo("d1", "Workshop", "", PROFILE));
        }
      } catch (StoreException e) {
        throw new IllegalStateException(e);
      }
      return Answer.ok(new Page<>(devices, false));
    }

    @Override
    public Answer<Optional<String>> accessToken(DeviceInfo device) {
      return Answer.ok(Optional.of(String.format(Locale.ROOT, "token-of-device-%4s", device.id()).replace(' ', '0')));
    }

    @Override
    public Answer<DeviceInfo> create(NewDevice device) {
      return Answer.ok(new DeviceInfo("new", device.name(), device.label(), PROFILE));
    }

    @Override
    public Answer<Page<DeviceProfile>> profiles(int page) {
      return Answer.ok(new Page<>(List.of(PROFILE), false));
    }

    @Override
    public Answer<Page<DashboardInfo>> dashboards(int page) {
      return Answer.ok(new Page<>(List.of(), false));
    }

    @Override
    public Answer<DashboardInfo> saveDashboard(Optional<String> id, String json) {
      return Answer.ok(new DashboardInfo("b", DashboardInstall.TITLE));
    }

    @Override
    public Answer<Page<ServerFirmware>> firmware(DeviceProfile profile, int page) {
      return Answer.ok(new Page<>(List.of(), false));
    }

    @Override
    public Answer<HeldFirmware> download(ServerFirmware firmware, FirmwareLibrary library) {
      return Answer.not(new Trouble.NoSuchDevice("no such file"));
    }

    @Override
    public void close() {}
  }
}
