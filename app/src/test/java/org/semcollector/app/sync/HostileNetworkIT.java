package org.semcollector.app.sync;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.thingsboard.HttpThingsBoardServer;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What stands between the laptop and the server.
class HostileNetworkIT {
  private static final int READINGS = 1_500;

  private final SyncFixture line = new SyncFixture();

  HostileNetworkIT() {
    line.meter(1, READINGS);
  }

  @ParameterizedTest
  @EnumSource(NarrowProxy.Rudeness.class)
  void aProxyThatCutsLongBodiesOffMakesBatchesSmaller(NarrowProxy.Rudeness rudeness)
      throws StoreException, IOException {
    var board = new SimulatedThingsBoard(Clock.systemUTC(), 1);
    board.addTenantAdmin("a@example.org", "x");
    var device = board.addDevice("Flat", "SEM", SyncFixture.token(1).accessToken());
    try (var server = ThingsBoardServer.start(board, ServerFaults.NONE, 0);
        var proxy = new NarrowProxy(server.uri(), 60_000, rudeness)) {
      var report = sync(SyncTarget.byApiKey(proxy.uri(), board.createApiKey("a@example.org")));
      assertTrue(proxy.refused() > 0, "no body was long enough");
      assertTrue(report.everythingProven(), report.toString());
      assertEquals(READINGS, board.stored(device.id(), "kwh").size());
    }
  }

  /// With the time-outs of the program: one answer after half a minute of silence, another one byte by byte.
  @Test
  @Timeout(600)
  void answersThatTakeMoreThanHalfAMinuteEndWell() throws StoreException, IOException {
    line.meter(2, 30);
    var board = new SimulatedThingsBoard(Clock.systemUTC(), 1);
    board.addTenantAdmin("a@example.org", "x");
    var first = board.addDevice("Flat 1", "SEM", SyncFixture.token(1).accessToken());
    var second = board.addDevice("Flat 2", "SEM", SyncFixture.token(2).accessToken());
    try (var server = ThingsBoardServer.start(board, ServerFaults.NONE, 0);
        var proxy = new SlowProxy(server.uri(), Duration.ofSeconds(31))) {
      var service = new SyncService(line.store.ports(), HttpThingsBoardServer.opener(Clock.systemUTC()),
          BackoffPolicy.STANDARD, (_, _) -> {
            throw new AssertionError("something was tried again");
          }, new Random(1), Clock.systemUTC());
      var report = service.sync(SyncTarget.byApiKey(proxy.uri(), board.createApiKey("a@example.org")),
          SyncListener.NONE);
      assertTrue(report.everythingProven(), report.toString());
      assertTrue(proxy.wasSilent() && proxy.trickled());
      assertEquals(READINGS, board.stored(first.id(), "kwh").size());
      assertEquals(30, board.stored(second.id(), "kwh").size());
    }
  }

  @Test
  void aServerWithACertificateNobodyVouchesForGetsNoSecret(@TempDir Path folder)
      throws StoreException, IOException, InterruptedException, GeneralSecurityException {
    HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
    server.createContext("/", exchange -> {
      throw new AssertionError("a request came through");
    });
    server.start();
    try {
      var report = sync(SyncTarget.byUser(URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
          "a@example.org", "secret"));
      assertEquals(READINGS, report.waiting());
      assertTrue(report.problems().getFirst()
          .startsWith("Not ThingsBoard but a server whose certificate this computer does not trust"),
          report.toString());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void httpsToAPlainServerIsNamed() throws StoreException, IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerInPlain(server));
      var report = sync(SyncTarget.byApiKey(URI.create("https://127.0.0.1:" + server.getLocalPort()), "tb_key"));
      assertTrue(report.problems().getFirst().startsWith("Not ThingsBoard but a server that does not speak https"),
          report.toString());
    }
  }

  private static void answerInPlain(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getInputStream().readNBytes(5);
      client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // the client hung up, as it should
    }
  }

  private SyncReport sync(SyncTarget target) throws StoreException {
    TelemetryServer.Opener opener = to -> new HttpThingsBoardServer(to, Clock.systemUTC(), Duration.ofSeconds(5),
        Duration.ofSeconds(5));
    var policy = new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 6);
    return new SyncService(line.store.ports(), opener, policy, (_, _) -> {}, new Random(1), Clock.systemUTC())
        .sync(target, SyncListener.NONE);
  }

  private static SSLContext selfSigned(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
    Path keys = folder.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var process = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname",
        "CN=127.0.0.1", "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", "changeit")
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertEquals(0, process.waitFor(), "keytool");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(keys)) {
      store.load(in, "changeit".toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
