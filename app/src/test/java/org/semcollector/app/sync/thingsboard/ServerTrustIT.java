package org.semcollector.app.sync.thingsboard;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.KeyPin;
import org.semcollector.app.sync.ServerTrust;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.TelemetryServer.Identity;
import org.semcollector.app.sync.Trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whom https is believed, over real sockets.
class ServerTrustIT {
  private static final String PASSWORD = "changeit";
  private static final String OTHER_PIN = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @TempDir
  static Path folder;
  private static HttpsServer server;
  private static KeyPin pin;

  @BeforeAll
  static void start() throws Exception {
    KeyStore keys = selfSigned();
    var certificate = keys.getCertificate("a");
    pin = KeyPin.of(certificate.getPublicKey());
    Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n");
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/api/system/info", exchange -> {
      byte[] body = "{\"version\":\"4.3.1.3\"}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void aCertificateInTheExtraFileIsTrusted() {
    assertEquals(Answer.ok(new Identity(Optional.of("4.3.1.3"))), ask("localhost", ca(), Optional.empty()));
  }

  @Test
  void withoutTheFileItIsNot() {
    assertTrue(refusal("localhost", Optional.empty(), Optional.empty()).contains("does not trust"));
  }

  @Test
  void aTrustedCertificateForAnotherNameIsNotTrusted() {
    assertTrue(refusal("127.0.0.1", ca(), Optional.empty()).contains("does not trust"));
  }

  @Test
  void theRightPinIsTrusted() {
    assertTrue(ask("localhost", ca(), Optional.of(pin)) instanceof Answer.Ok);
  }

  @Test
  void anotherKeyThanThePinnedOneIsNamed() {
    String refusal = refusal("localhost", ca(), Optional.of(new KeyPin(OTHER_PIN)));
    assertTrue(refusal.contains("another key than the pinned one (it has " + pin + ")"), refusal);
  }

  @Test
  void aPinAloneMakesNoTrust() {
    assertTrue(refusal("localhost", Optional.empty(), Optional.of(pin)).contains("does not trust"));
  }

  @Test
  void anExtraFileWithoutCertificatesIsNamed() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    assertTrue(refusal("localhost", Optional.of(empty), Optional.empty()).contains("there is no certificate in "));
    assertTrue(refusal("localhost", Optional.of(folder.resolve("none.pem")), Optional.empty())
        .contains("cannot be read"));
  }

  private static Optional<Path> ca() {
    return Optional.of(folder.resolve("ca.pem"));
  }

  private static String refusal(String host, Optional<Path> ca, Optional<KeyPin> pin) {
    return ask(host, ca, pin) instanceof Answer.Not<Identity>(Trouble trouble) ? trouble.reason() : "it was trusted";
  }

  private static Answer<Identity> ask(String host, Optional<Path> ca, Optional<KeyPin> pin) {
    var target = SyncTarget.byDeviceTokens(URI.create("https://" + host + ":" + server.getAddress().getPort()))
        .trusting(new ServerTrust(ca, pin));
    try (var client = new HttpThingsBoardServer(target, Clock.systemUTC(), Duration.ofSeconds(5),
        Duration.ofSeconds(5))) {
      return client.signIn();
    }
  }

  private static KeyStore selfSigned() throws IOException, InterruptedException, GeneralSecurityException {
    Path keys = folder.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var process = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname",
        "CN=localhost", "-ext", "san=dns:localhost", "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass",
        PASSWORD).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertEquals(0, process.waitFor(), "keytool");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}
