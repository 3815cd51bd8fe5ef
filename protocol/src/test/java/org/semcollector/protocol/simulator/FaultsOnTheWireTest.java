package org.semcollector.protocol.simulator;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every fault of a plan, seen by a client that reads bare bytes. The meter holds ten records.
class FaultsOnTheWireTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant NOW = START.plusSeconds(10 * 3600 + 1800);
  private static final int HEAD = "HTTP/1.1 200\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
      .length();
  private static final MeterToken TOKEN = new MeterToken("A1b2C3d4E5f6G7h8I9j0", new UUID(1, 2));

  private final SimulatedMeter meter = SimulatedMeterTest.running(SimulatedMeterTest.settings().withToken(TOKEN));
  private final List<AutoCloseable> open = new ArrayList<>();
  private String stored = "";

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private MeterServer server(String plan) {
    meter.advanceTo(NOW);
    stored = text(SimulatedMeterTest.body(meter, "/telemetry"));
    assertEquals(300, stored.length());
    MeterServer server = MeterServer.start(meter, FaultPlan.parse(plan), Clock.fixed(NOW, ZoneOffset.UTC), 0);
    open.add(server);
    return server;
  }

  private RawClient client(MeterServer server) throws IOException {
    var client = new RawClient(server.uri());
    open.add(client);
    return client;
  }

  private String get(MeterServer server, String path) throws IOException {
    try (var client = new RawClient(server.uri())) {
      return client.send("GET " + path + " HTTP/1.1\r\n\r\n").receiveReply();
    }
  }

  private String post(MeterServer server, String path, Bytes body) throws IOException {
    try (var client = new RawClient(server.uri())) {
      return client.send("POST " + path + " HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n\r\n" + text(body))
          .receiveReply();
    }
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }

  /// The body in a chunked reply that is whole.
  private static String body(String reply) {
    var body = new StringBuilder();
    int at = reply.indexOf("\r\n\r\n") + 4;
    while (true) {
      int end = reply.indexOf("\r\n", at);
      int size = Integer.parseInt(reply.substring(at, end), 16);
      if (size == 0)
        return body.toString();
      body.append(reply, end + 2, end + 2 + size);
      at = end + 2 + size + 2;
    }
  }

  // a chunk is "1e\r\n", 30 bytes, "\r\n": 36 bytes; a cut at a multiple of 30 falls exactly between two records
  @ParameterizedTest
  @CsvSource({"0,0", "1,5", "29,33", "30,36", "31,41", "60,72", "300,360", "301,365"})
  void cutEndsTheConnectionAfterSoManyBytesOfBody(int bodyBytes, int wireBytes) throws IOException {
    RawClient client = client(server("telemetry:cut@" + bodyBytes));
    assertEquals(HEAD + wireBytes, client.send("GET /telemetry HTTP/1.1\r\n\r\n").receiveAll().length());
  }

  @Test
  void stallFallsSilentForEverWithTheConnectionOpen() throws IOException {
    RawClient client = client(server("telemetry:stall@45"));
    client.send("GET /telemetry HTTP/1.1\r\n\r\n").receive(HEAD + 36 + 4 + 15);
    client.expectSilence(200);
  }

  @Test
  void aShortStallGoesOn() throws IOException {
    RawClient client = client(server("telemetry:stall@30/200ms"));
    long asked = System.nanoTime();
    assertEquals(HEAD + 365, client.send("GET /telemetry HTTP/1.1\r\n\r\n").receive(HEAD + 365).length());
    assertTrue(System.nanoTime() - asked >= 200_000_000);
  }

  @Test
  void trickleKeepsToItsRate() throws IOException {
    RawClient client = client(server("telemetry:trickle@2000"));
    long asked = System.nanoTime();
    client.send("GET /telemetry HTTP/1.1\r\n\r\n").receive(HEAD + 365);
    long millis = (System.nanoTime() - asked) / 1_000_000;
    assertTrue(millis >= 180, "took " + millis + " ms for 434 bytes");
  }

  @ParameterizedTest
  @CsvSource({"reset:500,HTTP/1.1 500 Fault", "reset:status@204,HTTP/1.1 204 Fault",
      "reset:refuse,HTTP/1.1 500 Internal Error", "reset:ignore,HTTP/1.1 200", "reset:html,HTTP/1.1 200"})
  void whatIsAnsweredInsteadDoesNothing(String plan, String statusLine) throws IOException {
    assertEquals(statusLine, get(server(plan), "/reset").lines().findFirst().orElseThrow());
    assertEquals(10, meter.recordCount());
  }

  @Test
  void htmlIsAPageWithStatus200() throws IOException {
    assertTrue(body(get(server("any:html"), "/telemetry")).startsWith("<!DOCTYPE html>"));
  }

  @Test
  void bodiesCanBeEditedInEveryWay() throws IOException {
    assertTrue(get(server("telemetry:empty"), "/telemetry").endsWith("Content-Length: 0\r\n\r\n"));
    assertEquals(307, body(get(server("telemetry:ragged@7"), "/telemetry")).length());
    assertEquals(stored.substring(0, 240), body(get(server("telemetry:shrink@2"), "/telemetry")));
    assertEquals("", body(get(server("telemetry:shrink@11"), "/telemetry") + "0\r\n\r\n"));
    String flipped = body(get(server("telemetry:flip@100"), "/telemetry"));
    assertEquals(stored.charAt(100) ^ 0x55, flipped.charAt(100));
    assertEquals(stored.substring(101), flipped.substring(101));
    String garbage = body(get(server("telemetry:garbage@3"), "/telemetry"));
    assertEquals("\u00ff\u00ff", garbage.substring(90, 92));
    assertEquals(stored.substring(0, 90), garbage.substring(0, 90));
    assertEquals(stored.substring(120), garbage.substring(120));
    assertEquals(stored.substring(0, 60) + stored.substring(61), body(get(server("telemetry:shift@2"), "/telemetry")));
  }

  @Test
  void aRecordCanBeAddedBetweenTwoReads() throws IOException {
    MeterServer server = server("telemetry#2:grow@2");
    assertEquals(stored, body(get(server, "/telemetry")));
    String grown = body(get(server, "/telemetry"));
    assertEquals(360, grown.length());
    assertTrue(grown.startsWith(stored));
    assertEquals(grown, body(get(server, "/telemetry")));
    assertEquals(12, meter.truth().size());
  }

  @Test
  void eraseCanFailHalfway() throws IOException {
    MeterServer server = server("reset#1:half");
    assertTrue(get(server, "/reset").startsWith("HTTP/1.1 500"));
    assertTrue(get(server, "/reset").startsWith("HTTP/1.1 500"), "until the next boot");
    assertEquals(10, meter.recordCount());
    assertTrue(SimulatedMeterTest.boots(meter).isEmpty());
  }

  @Test
  void aReplyCanBeLostAfterTheDeed() throws IOException {
    MeterServer server = server("reset:lose; time:lose");
    assertEquals("", get(server, "/reset"));
    assertEquals(0, meter.recordCount());
    assertEquals("", post(server, "/time", MeterTimeCodec.encode(START)));
    assertEquals(START, meter.deviceTime().orElseThrow());
  }

  @Test
  void theMeterCanRebootInsteadDuringOrAfter() throws IOException {
    MeterServer server = server("version#1:reboot; telemetry#1:reboot-at@90; token#1:reboot-after");
    assertEquals("", get(server, "/version"));
    assertEquals(HEAD + 108, get(server, "/telemetry").length());
    assertTrue(get(server, "/token").endsWith("0\r\n\r\n"));
    assertEquals(4, SimulatedMeterTest.boots(meter).subList(0, 4).stream().filter(entry -> entry > 0).count());
    assertEquals(stored, body(get(server, "/telemetry")));
  }

  @Test
  void powerCanGo() throws IOException {
    MeterServer server = server("telemetry#2:off-at@90");
    get(server, "/telemetry");
    assertEquals(HEAD + 108, get(server, "/telemetry").length());
    assertThrows(ConnectException.class, () -> get(server, "/telemetry"));
    server.powerOn();
    assertEquals(stored, body(get(server, "/telemetry")));
    MeterServer after = server("version:off-after");
    assertTrue(get(after, "/version").endsWith("0\r\n\r\n"));
    assertThrows(ConnectException.class, () -> get(after, "/version"));
  }

  @Test
  void theTokenCanBeForgottenOrHang() throws IOException {
    MeterServer server = server("token#2+:forget");
    assertEquals(text(TOKEN.encode()), body(get(server, "/token")));
    assertTrue(get(server, "/token").startsWith("HTTP/1.1 500"));
    RawClient hanging = client(server("token:hang"));
    hanging.send("GET /token HTTP/1.1\r\n\r\n").receive(HEAD + 4 + 56 + 2);
    hanging.expectSilence(200);
  }

  @Test
  void anotherMeterCanAnswer() throws IOException {
    MeterServer server = server("any#3+:other");
    assertEquals(text(TOKEN.encode()), body(get(server, "/token")));
    get(server, "/telemetry");
    assertNotEquals(text(TOKEN.encode()), body(get(server, "/token")));
    assertTrue(get(server, "/reset").startsWith("HTTP/1.1 200\r\n"));
    assertEquals(10, meter.recordCount(), "the wrong meter was erased");
    assertEquals(0, server.other().recordCount());
    assertEquals(1, server.other().erasures());
  }

  @Test
  void theOtherMeterCanBeGiven() throws IOException {
    var other = new SimulatedMeter(SimulatedMeter.Settings.of(new Ssid("SEM-00:00:00:00:00:02"), 3)
        .withFirmwareVersion(105));
    other.powerOn(START);
    try (var server = MeterServer.start(meter, FaultPlan.parse("any:other"), Clock.fixed(NOW, ZoneOffset.UTC), 0,
        MeterServer.Options.DEFAULT.withOther(other))) {
      assertEquals("105", body(get(server, "/version")));
    }
  }

  @Test
  void connectionsCanBeRefusedDroppedOrSilent() throws IOException {
    MeterServer never = server("connect:refuse");
    assertThrows(ConnectException.class, () -> get(never, "/version"));
    MeterServer once = server("connect#2+:refuse");
    assertEquals("102", body(get(once, "/version")));
    assertThrows(ConnectException.class, () -> get(once, "/version"));
    assertEquals("", client(server("connect:drop")).receiveAll());
    client(server("connect:silent")).send("GET /version HTTP/1.1\r\n\r\n").expectSilence(200);
    MeterServer silent = server("time:silent");
    client(silent).send("POST /time HTTP/1.1\r\nContent-Length: 8\r\n\r\n12345678").expectSilence(200);
    assertEquals("102", body(get(silent, "/version")), "others are served meanwhile");
  }

  @Test
  void anUpdateCanRollBack() throws IOException {
    MeterServer server = server("ota:rollback");
    Bytes image = SimulatedFirmware.image(100, 1);
    try (var client = new RawClient(server.uri())) {
      client.send("POST /ota HTTP/1.1\r\nX-FIRMWARE-VERSION: 103\r\nContent-Length: " + image.length() + "\r\n\r\n"
          + text(image));
      assertEquals("", client.receiveAll());
    }
    assertEquals("102", body(get(server, "/version")));
  }
}
