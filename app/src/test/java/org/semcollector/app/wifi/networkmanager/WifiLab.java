package org.semcollector.app.wifi.networkmanager;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiAdapter.Connection;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;

/// What is done with the real NetworkManager in the virtual machine of `scripts/wifi-lab`, which puts these access points
/// on the air. A program of its own and not a test: no other computer has such an air.
final class WifiLab {
  private static final String BUS = "unix:path=/run/dbus/system_bus_socket";
  private static final String HOME = "Home";
  private static final Ssid NEAR = new Ssid("SEM-24:6f:28:00:00:01");
  private static final Ssid SILENT = new Ssid("SEM-24:6f:28:00:00:02");
  private static final Ssid FALSE = new Ssid("SEM-24:6f:28:00:00:03");
  private static final String FALSE_RADIO = "02:ba:dd:ad:00:01";
  private static final Ssid ABSENT = new Ssid("SEM-24:6f:28:00:00:09");
  private static final Secret PASSWORD = new Secret("meter-password");
  private static final Secret OTHER_PASSWORD = new Secret("another-password");
  /// An emulated processor is slow.
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int HTTP_MILLIS = 20_000;
  private static final long LOOK_NANOS = 200_000_000;

  private static final String WELL = HOME + ", profiles [" + HOME + "]";

  private final NmWifiAdapter adapter = new NmWifiAdapter(BUS, System.getProperty("user.name"));
  private int failed;

  private WifiLab() {}

  /// @param args what to do: "session", "refused", or "allowed"
  public static void main(String[] args) {
    var lab = new WifiLab();
    switch (args[0]) {
      case "session" -> lab.session();
      case "refused" -> lab.step("without a session the remedy is told", lab::refused);
      case "allowed" -> lab.step("with the remedy it works without a session", lab::joined);
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.exit(lab.failed == 0 ? 0 : 1);
  }

  private interface Step {
    void run() throws Exception;
  }

  private void step(String name, Step step) {
    long started = System.nanoTime();
    String verdict = "ok";
    try {
      atHome();
      started = System.nanoTime();
      step.run();
    } catch (Exception | AssertionError e) {
      e.printStackTrace();
      verdict = "FAILED (" + String.valueOf(e.getMessage()).replace('\n', ' ') + ")";
      failed++;
    }
    System.out.printf("%-62s %s, %.1f s%n", name, verdict, (System.nanoTime() - started) / 1e9);
    System.out.flush();
  }

  private void session() {
    step("an ordinary user in an active session may do everything",
        this::able);
    step("a scan hears the meters and the false one, with their radios", this::scanned);
    step("joined, read over HTTP, left; the former network is back", this::joined);
    step("a cable with 10.0.0.0/24 does not get the meter's requests", this::clash);
    step("a wrong password is told; the former network is back", this::wrongPassword);
    step("no DHCP: a fixed address is set and HTTP works", this::noDhcp);
    step("a false radio is sent nothing", this::impostor);
    step("a meter that is not there is not found", this::absent);
    step("a join is cancelled; the former network is back", this::cancelled);
    step("kill -9 while joined: nothing is left, the former network is back", this::killed);
  }

  /// A program that was just started is slow, on an emulated processor more than others.
  private void able() {
    WifiAbility ability = adapter.ability();
    for (int i = 0; i < 3 && ability.lacks().filter(WifiFailure.TimedOut.class::isInstance).isPresent(); i++)
      ability = adapter.ability();
    same(WifiAbility.ALL, ability);
  }

  private void scanned() throws Exception {
    List<AccessPoint> heard = adapter.scan(LIMIT, Progress.NONE);
    same(List.of(NEAR, SILENT, FALSE), heard.stream().map(AccessPoint::ssid).sorted().toList());
    for (AccessPoint meter : heard) {
      same(meter.ssid().equals(FALSE), meter.isImpostor());
      same(AccessPoint.Security.WPA_PERSONAL, meter.security());
      that(meter.age().orElseThrow().toSeconds() < LIMIT.toSeconds(), meter.toString());
    }
    System.out
        .println("heard: " + heard.stream().map(meter -> meter.ssid() + " " + meter.signalDbm() + " dBm").toList());
  }

  private void joined() throws Exception {
    visit(NEAR);
  }

  private void visit(Ssid meter) throws Exception {
    try (Connection joined = join(meter, PASSWORD)) {
      same(meter.value(), joined.network().name());
      same(Optional.of(meter.mac()), joined.network().bssid());
      same(meter.value(), page());
      same(Optional.of(meter.mac()), joined.neighbour());
      same(new Restored(Optional.of(HOME)), joined.restore(LIMIT));
    }
    atHome();
  }

  private Connection join(Ssid meter, Secret password) throws WifiException {
    return adapter.join(new JoinRequest(AccessPoint.named(meter), Optional.of(password), LIMIT), Progress.NONE);
  }

  /// Who answers at the meters' address.
  private static String page() throws IOException {
    var connection = (HttpURLConnection) URI.create("http://10.0.0.1/").toURL().openConnection();
    connection.setConnectTimeout(HTTP_MILLIS);
    connection.setReadTimeout(HTTP_MILLIS);
    connection.setRequestProperty("Connection", "close");
    try (var body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
  }

  private void clash() throws Exception {
    same("router", page());
    visit(NEAR);
    same("router", page());
  }

  private void wrongPassword() {
    same(new WifiFailure.WrongPassword(NEAR, false), failure(NEAR, OTHER_PASSWORD));
    atHome();
  }

  private WifiFailure failure(Ssid meter, Secret password) {
    return failure(() -> join(meter, password).close());
  }

  private static WifiFailure failure(Step step) {
    try {
      step.run();
    } catch (WifiException e) {
      return e.failure();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("nothing failed");
  }

  private static void same(Object expected, Object actual) {
    that(expected.equals(actual), actual + " instead of " + expected);
  }

  private static void that(boolean so, String otherwise) {
    if (!so)
      throw new AssertionError(otherwise);
  }

  private void noDhcp() throws Exception {
    visit(SILENT);
  }

  private void impostor() {
    var join = new MeterJoin(adapter, _ -> Optional.of(PASSWORD));
    same(new WifiFailure.Impostor(FALSE, FALSE_RADIO),
        failure(() -> join.join(AccessPoint.named(FALSE), Progress.NONE)));
    atHome();
  }

  private void absent() {
    same(new WifiFailure.NotFound(ABSENT), failure(ABSENT, PASSWORD));
    atHome();
  }

  private void cancelled() {
    long started = System.nanoTime();
    long after = Duration.ofSeconds(2).toNanos();
    Progress impatient = new Progress() {
      @Override
      public void at(long done, long total) {}

      @Override
      public boolean cancelled() {
        return System.nanoTime() - started > after;
      }
    };
    var request = new JoinRequest(AccessPoint.named(SILENT), Optional.of(PASSWORD), LIMIT);
    same(new WifiFailure.Cancelled(),
        failure(() -> adapter.join(request, impatient)));
    atHome();
  }

  private void killed() throws Exception {
    Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
        JoinAndStay.class.getName(), BUS, NEAR.value(), PASSWORD.reveal())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
      same(JoinAndStay.JOINED + NEAR, Objects.requireNonNull(said.readLine()));
      same(Optional.of(NEAR), adapter.current().flatMap(JoinedNetwork::meter));
    } finally {
      program.destroyForcibly().waitFor();
    }
    atHome();
  }

  private void refused() {
    WifiFailure failure = failure(() -> adapter.scan(LIMIT, Progress.NONE));
    if (!(failure instanceof WifiFailure.PermissionDenied denied))
      throw new AssertionError(failure.toString());
    same(new WifiAbility(false, false, true, true, Optional.of(denied)), adapter.ability());
    same(denied, failure(NEAR, PASSWORD));
    System.out.println("told: " + denied.remedy());
  }

  /// In the former network, and without any profile of a meter.
  private void atHome() {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    String now = "";
    while (System.nanoTime() < deadline) {
      now = network() + ", profiles " + profiles();
      if (now.equals(WELL))
        return;
      LockSupport.parkNanos(LOOK_NANOS);
    }
    throw new AssertionError("not back: " + now);
  }

  private String network() {
    try {
      return adapter.current().map(JoinedNetwork::name).orElse("none");
    } catch (WifiException e) {
      return e.toString();
    }
  }

  /// The networks of all profiles this user sees.
  private static List<String> profiles() {
    String settings = NmNames.ROOT + "/Settings";
    try (NmBus bus = NmBus.open(BUS, Patience.of("looking", LIMIT, Progress.NONE))) {
      var names = new ArrayList<String>();
      for (String path : Values.paths(bus.call(settings, NmNames.NM + ".Settings", "ListConnections", "")[0])) {
        var profile = Values.map(bus.call(path, NmNames.PROFILE, "GetSettings", "")[0]);
        var connection = Values.map(profile.get("connection"));
        if (Values.text(connection.get("type")).equals("802-11-wireless"))
          names.add(Values.text(connection.get("id")));
      }
      return names;
    } catch (NmException | WifiException e) {
      return List.of(e.toString());
    }
  }
}
