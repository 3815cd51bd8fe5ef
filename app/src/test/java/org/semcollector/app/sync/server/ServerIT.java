package org.semcollector.app.sync.server;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.firmware.library.files.FileFirmwareLibrary;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.server.TestStep.Kind;
import org.semcollector.app.sync.server.TestStep.Outcome;
import org.semcollector.app.sync.thingsboard.HttpServerClient;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What people do on a server, over real sockets against the simulated one.
class ServerIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String ADMIN = "admin@example.org";

  private final SimulatedThingsBoard board = new SimulatedThingsBoard(CLOCK, 7);
  private final ServerSentences sentences = new ServerSentences(Locale.UK);
  private final FakeMeters meters = new FakeMeters();
  private final List<Duration> heard = new ArrayList<>();
  private final ServerClient.Opener servers = HttpServerClient.opener(CLOCK,
      (_, said, _) -> heard.add(Duration.between(said, CLOCK.instant())));
  private Optional<ThingsBoardServer> running = Optional.empty();

  ServerIT() {
    board.addTenantAdmin(ADMIN, "secret");
  }

  @AfterEach
  void stop() {
    running.ifPresent(ThingsBoardServer::close);
  }

  private SyncTarget start(String faults) {
    var server = ThingsBoardServer.start(board, ServerFaults.parse(faults), 0);
    running = Optional.of(server);
    return SyncTarget.byApiKey(server.uri(), board.createApiKey(ADMIN));
  }

  private List<TestStep> test(SyncTarget target) throws Exception {
    return new ConnectionTest(servers, meters, CLOCK, sentences).run(target, Progress.NONE, _ -> {});
  }

  private static String token(int number) {
    return "token-%014d".formatted(number);
  }

  @Test
  void progressOfManyDevicesNeverGoesBackAndADeviceThatIsGoneIsListedWithoutItsToken() throws Exception {
    for (int number = 0; number < 300; number++)
      board.addDevice("Flat %03d".formatted(number), "SEM", token(number));
    var told = new ArrayList<Long>();
    var progress = new Progress() {
      @Override
      public void at(long done, long total) {
        told.add(done);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
    var devices = new ServerDevices(servers, meters, sentences).list(start("list#10:404; list#20:502"),
        progress);
    assertEquals(300, devices.size());
    assertEquals(299, devices.stream().filter(device -> device.accessToken().isPresent()).count());
    assertEquals(told.stream().sorted().toList(), told);
    assertEquals(300, told.getLast());
  }

  @Test
  void aGoodServerPassesEveryStep() throws Exception {
    meters.add(1, "Flat 1", token(1));
    board.addDevice("Flat 1", "SEM", token(1));
    var steps = test(start(""));
    assertEquals(List.of(Kind.values()), steps.stream().map(TestStep::kind).toList());
    assertTrue(steps.stream().allMatch(step -> step.outcome() == Outcome.PASSED), steps.toString());
    assertEquals("Signed in as admin@example.org, tenant administrator.", steps.get(2).sentence());
    assertEquals("The one meter has its device.", steps.get(4).sentence());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      any:html          | THINGSBOARD | Not ThingsBoard but a web page (such as
      any:redirect      | THINGSBOARD | Not ThingsBoard but a redirect to login.invalid answered
      any:502           | THINGSBOARD | It answers, but cannot work now
      any:drop          | REACH       | does not answer: The connection to the server broke
      list#2+:401       | SIGN_IN     | The server does not accept the sign-in
      list#4+:500       | DEVICES     | The devices cannot be listed
      """)
  void theStepThatFailsSaysWhy(String faults, Kind failing, String sentence) throws Exception {
    var steps = test(start(faults));
    var failed = steps.stream().filter(step -> step.outcome() == Outcome.FAILED).toList();
    assertEquals(List.of(failing), failed.stream().map(TestStep::kind).toList(), steps.toString());
    assertTrue(failed.getFirst().sentence().contains(sentence), failed.toString());
  }

  @Test
  void nobodyAtTheAddressIsNamed() throws Exception {
    var steps = test(SyncTarget.byDeviceTokens(URI.create("http://127.0.0.1:1")));
    assertEquals(1, steps.size());
    assertTrue(steps.getFirst().sentence().contains("could not be reached"), steps.toString());
  }

  @Test
  void metersWithoutDevicesAreNamed() throws Exception {
    for (int i = 1; i <= 7; i++)
      meters.add(i, "Flat " + i, token(i));
    board.addDevice("Flat 1", "SEM", token(1));
    var step = test(start("")).get(4);
    assertEquals(Outcome.FAILED, step.outcome());
    assertTrue(step.sentence().startsWith("6 of 7 meters have no device: Flat 2, Flat 3, Flat 4, Flat 5, Flat 6 and 1 "
        + "more."), step.sentence());
  }

  @Test
  void withoutASignInNothingIsClaimed() throws Exception {
    var steps = test(start("").withoutSignIn());
    assertEquals(Outcome.SKIPPED, steps.get(2).outcome());
    assertEquals(4, steps.size());
  }

  @Test
  void theServersClockIsHeard() throws Exception {
    test(start(""));
    assertFalse(heard.isEmpty());
    assertTrue(heard.stream().allMatch(off -> off.abs().compareTo(Duration.ofSeconds(5)) < 0), heard.toString());
  }

  @Test
  void aPortalsClockIsNot() throws Exception {
    test(start("any:html"));
    assertEquals(List.of(), heard);
  }

  @Test
  void aWrongClockOfTheLaptopIsSaid() throws Exception {
    var late = Clock.offset(CLOCK, Duration.ofMinutes(-95));
    var steps = new ConnectionTest(servers, meters, late, sentences).run(start(""), Progress.NONE, _ -> {});
    var last = steps.getLast();
    assertEquals(Outcome.FAILED, last.outcome());
    assertTrue(last.sentence().matches("The laptop's clock is 9[45] min behind the server's\\..*"), last.sentence());
  }

  @Test
  void allPagesOfDevicesAreListedWithTokensAndMeters() throws Exception {
    for (int i = 0; i < 700; i++)
      board.addDevice("Device %04d".formatted(i), "SEM", token(i));
    meters.add(1, "Flat 1", token(699));
    meters.add(2, "Device 0005", "");
    var devices = devices().list(start(""), Progress.NONE);
    assertEquals(700, devices.size());
    assertEquals(token(42), devices.get(42).accessToken().orElseThrow());
    assertEquals(Optional.of("Flat 1"), devices.get(699).meter().map(MeterRow::name));
    assertEquals(Optional.of("Device 0699"), devices.get(699).otherName());
    assertEquals(Optional.of("Device 0005"), devices.get(5).meter().map(MeterRow::name));
    assertEquals(2, devices.stream().filter(device -> device.meter().isPresent()).count());
    assertFalse(devices.get(42).toString().contains(token(42)));
  }

  private ServerDevices devices() {
    return new ServerDevices(servers, meters, sentences);
  }

  @Test
  void aCustomerUserSeesItsOwnDevicesAndMayNotMakeNew() throws Exception {
    var customer = new UUID(3, 4);
    board.addCustomerUser("flat@example.org", "pw", customer);
    board.assign(board.addDevice("Mine", "SEM", "t").id(), customer);
    board.addDevice("Not mine", "SEM", "u");
    var target = SyncTarget.byUser(start("").baseUri(), "flat@example.org", "pw");
    assertEquals(List.of("Mine"),
        devices().list(target, Progress.NONE).stream().map(device -> device.device().name()).toList());
    var refused = assertThrows(ServerException.class,
        () -> devices().create(target, meters.add(9, "X", token(9)), "SEM"));
    assertTrue(String.valueOf(refused.getMessage()).contains("a tenant administrator may"), refused.toString());
    assertTrue(test(target).get(2).sentence().contains("customer user"));
  }

  @Test
  void aMissingDeviceIsMadeWithTheMetersTokenAndProfile() throws Exception {
    var meter = meters.add(1, "Flat 1", token(1));
    var made = devices().create(start(""), meter, "House meters");
    assertEquals(token(1), made.accessToken().orElseThrow());
    var device = board.devices().getFirst();
    assertEquals("Flat 1 House meters " + token(1), device.name() + " " + device.profileName() + " "
        + device.accessToken());
    assertEquals(meter.ssid().value(), device.label());
    var twice = assertThrows(ServerException.class, () -> devices().create(target(), meter, "SEM"));
    assertTrue(String.valueOf(twice.getMessage()).contains("already exists"), twice.toString());
  }

  private SyncTarget target() {
    return SyncTarget.byApiKey(running.orElseThrow().uri(), board.createApiKey(ADMIN));
  }

  @Test
  void theServersNameIsTakenOnlyWhenAsked() throws Exception {
    var meter = meters.add(1, "Kitchen", token(1));
    board.addDevice("Flat 1", "SEM", token(1));
    var device = devices().list(start(""), Progress.NONE).getFirst();
    assertEquals("Kitchen", meters.meters().getFirst().name());
    assertTrue(device.meterIsNamed());
    devices().takeName(device);
    assertEquals("Flat 1", meters.meter(meter.ssid()).orElseThrow().name());
  }

  @Test
  void theDashboardIsInstalledOnceHoweverOften() throws Exception {
    var target = start("");
    var install = new DashboardInstall(servers, sentences);
    assertFalse(install.install(target, "SEM").replaced());
    assertTrue(install.install(target, "House meters").replaced());
    assertTrue(install.install(target, "House meters").replaced());
    assertEquals(1, board.dashboards().size());
    assertTrue(board.dashboards().getFirst().contains("\"deviceTypes\":[\"House meters\"]"));
    assertTrue(board.dashboards().getFirst().contains("\"version\":3"));
  }

  @Test
  void firmwareIsListedFetchedVerifiedAndHeld(@TempDir Path folder) throws Exception {
    byte[] image = "image".repeat(40_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    var bytes = Bytes.copyOf(image);
    board.addFirmware("SEM", "sem", "113", "SHA256", bytes.sha256(), bytes);
    board.addFirmware("SEM", "sem", "114", "SHA256", "00", bytes);
    board.addFirmware("Other", "pump", "1", "SHA256", bytes.sha256(), bytes);
    var library = new FileFirmwareLibrary(folder, CLOCK);
    var fetch = new FirmwareFetch(servers, library, sentences);
    var target = start("");
    var packages = fetch.list(target, Optional.of("SEM"));
    assertEquals(List.of("113", "114"), packages.stream().map(one -> one.version()).sorted().toList());
    assertEquals(3, fetch.list(target, Optional.empty()).size());
    var good = packages.stream().filter(one -> one.version().equals("113")).findFirst().orElseThrow();
    assertArrayEquals(image, Files.readAllBytes(fetch.fetch(target, good).file()));
    int requests = running.orElseThrow().requests().size();
    fetch.fetch(target, good);
    assertEquals(requests, running.orElseThrow().requests().size(), "what is held is not fetched again");
    var bad = packages.stream().filter(one -> one.version().equals("114")).findFirst().orElseThrow();
    assertThrows(FirmwareException.class, () -> fetch.fetch(target, bad));
    assertEquals(1, library.held().size());
  }

  @Test
  void aDownloadThatBreaksOffBeginsAnew(@TempDir Path folder) throws Exception {
    var bytes = Bytes.copyOf(new byte[300_000]);
    board.addFirmware("SEM", "sem", "114", "CRC32", crc32(bytes), bytes);
    var fetch = new FirmwareFetch(servers, new FileFirmwareLibrary(folder, CLOCK), sentences);
    var target = start("list#3-4:reset@100000");
    var good = fetch.list(target, Optional.of("SEM")).getFirst();
    assertEquals(300_000, Files.size(fetch.fetch(target, good).file()));
    assertEquals(3, running.orElseThrow().requests().stream().filter(one -> one.path().endsWith("/download")).count());
  }

  private static String crc32(Bytes bytes) {
    var crc = new java.util.zip.CRC32();
    crc.update(bytes.toArray());
    return "%08x".formatted(crc.getValue());
  }

  @Test
  void aPortalInsteadOfAFileIsNamed(@TempDir Path folder) throws Exception {
    var bytes = Bytes.copyOf(new byte[10]);
    board.addFirmware("SEM", "sem", "113", "SHA256", bytes.sha256(), bytes);
    var fetch = new FirmwareFetch(servers, new FileFirmwareLibrary(folder, CLOCK), sentences);
    var target = start("list#3+:html");
    var one = fetch.list(target, Optional.of("SEM")).getFirst();
    var refused = assertThrows(ServerException.class, () -> fetch.fetch(target, one));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("Not ThingsBoard but a web page"), refused.toString());
  }
}
