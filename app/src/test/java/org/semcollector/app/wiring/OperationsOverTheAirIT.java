package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.FirmwareListener;
import org.semcollector.app.firmware.FirmwarePackage;
import org.semcollector.app.firmware.FirmwareRequest;
import org.semcollector.app.firmware.FirmwareResult;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.operate.LookResult;
import org.semcollector.app.operate.OperationResult;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.SetUpListener;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.simulated.SimulatedMeters;
import org.semcollector.app.task.Progress;
import org.semcollector.app.ui.OperationServices;
import org.semcollector.app.ui.OperationServices.Confirmed;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.MeterPassphrases;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.SimulatedFirmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the window's screens for operating meters call, as the program wires it: joined over the air, on sockets, with a
/// real journal and database.
class OperationsOverTheAirIT {
  @TempDir
  private Path folder;
  private AppServices services;
  private SimulatedMeters site;
  private WifiAdapter wifi;
  private OperationServices operations;
  private AccessPoint meter;

  @BeforeEach
  void open() throws Exception {
    Clock clock = Clock.system(ZoneId.of("Europe/Berlin"));
    var system = new SystemFacts(clock, clock.getZone(), Locale.UK, Map.of(), "Linux", folder);
    services = AppServices.open(system, Optional.of(folder), true);
    site = SimulatedMeters.start(2, 5, clock, clock.getZone());
    wifi = site.wifi();
    operations = OperationWiring.operations(services, new MeterJoin(wifi, MeterPassphrases.NONE));
    meter = wifi.scan(WifiAdapter.SCAN_LIMIT, Progress.NONE).getFirst();
  }

  @AfterEach
  void close() {
    site.close();
    services.close();
  }

  @Test
  void aMeterIsLookedAtItsClockSetItsReadingsKeptAndErased() throws Exception {
    var seen = new AtomicReference<LookResult>();
    OptionalInt held = operations.look().look(meter, seen::set, Progress.NONE);
    assertInstanceOf(LookResult.Seen.class, seen.get());
    assertTrue(held.orElseThrow() > 100, held.toString());

    OperationResult set = operations.operate().setTime(meter, CollectListener.NONE);
    assertEquals(OperationResult.State.DONE, set.state(), set.sentence());
    assertNobodyIsJoined();
    OperationResult erased = operations.operate().erase(meter, Optional.empty(), CollectListener.NONE);
    assertEquals(OperationResult.State.DONE, erased.state(), erased.sentence());
    assertNobodyIsJoined();
    assertEquals(OptionalInt.of(0), operations.look().look(meter, seen::set, Progress.NONE));
    assertTrue(services.meters().meter(meter.ssid()).orElseThrow().readings() >= held.getAsInt(), "nothing was lost");
    assertTrue(operations.verdicts().of(meter.ssid()).isPresent());
    assertEquals(1, operations.clocks().of(meter.ssid()).visits().size(), "readings tell how its clock was found");
    assertNobodyIsJoined();
  }

  @Test
  void aMeterGetsThePreparedTokenAndIsFoundWithIt() throws Exception {
    var wanted = new PreparedSetUp(meter.ssid(),
        new MeterToken("AbCdEfGhIjKlMnOpQrSt", UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e")),
        Optional.of("Mill"), Optional.of("River"), Optional.empty());
    SetUpResult refused = operations.setUp().setUp(meter, wanted, new Confirmed(false, false),
        SetUpListener.of(CollectListener.NONE));
    assertEquals(SetUpResult.State.NOT_DONE, refused.state(), "it has a token: " + refused.sentence());
    SetUpResult done = operations.setUp().setUp(meter, wanted, new Confirmed(true, false),
        SetUpListener.of(CollectListener.NONE));
    assertEquals(SetUpResult.State.DONE, done.state(), done.sentence());
    assertEquals(Optional.of(wanted.token()), services.meters().meter(meter.ssid()).orElseThrow().token());
    assertNobodyIsJoined();
  }

  @Test
  void aMeterRunsTheFirmwareThatWasSentAndTheCampaignKnows() throws Exception {
    var next = new ReleaseVersion(1, 3, 0);
    var request = new FirmwareRequest(meter.ssid(),
        new FirmwarePackage(SimulatedFirmware.image(20_000, 1), next, Optional.empty()), Set.of(), ErasePolicy.NEVER);
    FirmwareResult result = operations.update().update(meter, request, FirmwareListener.NONE);
    assertEquals(FirmwareResult.State.CONFIRMED, result.state(), result.sentence());
    Ssid other = site.site().meters().stream().map(each -> each.meter().ssid())
        .filter(ssid -> !ssid.equals(meter.ssid())).findFirst().orElseThrow();
    Campaign campaign = operations.campaigns().of(List.of(meter.ssid(), other), next.number().orElseThrow());
    assertEquals(List.of(other), campaign.left(true));
    assertNobodyIsJoined();
  }

  private void assertNobodyIsJoined() throws Exception {
    assertTrue(wifi.current().flatMap(network -> network.meter()).isEmpty(), "the former network is back");
  }
}
