package org.semcollector.protocol.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.protocol.Bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The web server's own rules, seen on the wire.
class WireRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T11:30:00Z");
  private static final String EMPTY = "HTTP/1.1 200\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n";
  private static final String CHUNKED = "HTTP/1.1 200\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final SimulatedMeter meter = SimulatedMeterTest.running(SimulatedMeterTest.settings());
  private MeterServer server = start(FaultPlan.NONE, Duration.ofSeconds(5));

  private MeterServer start(FaultPlan plan, Duration socketWait) {
    return MeterServer.start(meter, plan, Clock.fixed(NOW, ZoneOffset.UTC), 0,
        MeterServer.Options.DEFAULT.withSocketWait(socketWait));
  }

  private void restart(String faults, int socketWaitMillis) {
    server.close();
    server = start(FaultPlan.parse(faults), Duration.ofMillis(socketWaitMillis));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// The whole exchange on a connection that the server closes.
  private String refused(String request) throws IOException {
    try (var client = new RawClient(server.uri())) {
      return client.send(request).receiveAll();
    }
  }

  @ParameterizedTest
  @CsvSource({"GET /nothing HTTP/1.1,404 Not Found", "POST /telemetry HTTP/1.1,405 Method Not Allowed",
      "GET /version HTTP/1.0,505 Version Not Supported", "GET /version HTTP/2.0,505 Version Not Supported",
      "GET version HTTP/1.1,400 Bad Request", "nonsense,400 Bad Request"})
  void theServerItselfRefusesWithAReasonAndCloses(String line, String status) throws IOException {
    String reply = refused(line + "\r\n\r\n");
    assertTrue(reply.startsWith("HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: "), reply);
    assertFalse(reply.contains("Date:"));
  }

  @Test
  void headersMayHave512BytesAndNoMore() throws IOException {
    String filler = "X: " + "y".repeat(512 - 2 - 5) + "\r\n";
    assertEquals(510, filler.length());
    try (var client = new RawClient(server.uri())) {
      client.send("GET /version HTTP/1.1\r\n" + filler + "\r\n");
      assertEquals(CHUNKED + "3\r\n102\r\n0\r\n\r\n", client.receive(CHUNKED.length() + 13));
    }
    assertTrue(refused("GET /version HTTP/1.1\r\nZ" + filler + "\r\n").startsWith("HTTP/1.1 431 "));
  }

  @Test
  void aPathMayHave512CharactersAndNoMore() throws IOException {
    assertTrue(refused("GET /" + "a".repeat(511) + " HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
    assertTrue(refused("GET /" + "a".repeat(512) + " HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 414 "));
  }

  @Test
  void aChunkedBodyIsReadAsEmptyAndTakenForTheNextRequest() throws IOException {
    String reply = refused("POST /time HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n0\r\n\r\n");
    assertTrue(reply.startsWith(EMPTY + "HTTP/1.1 400 Bad Request"), reply);
    assertEquals(Instant.EPOCH, meter.deviceTime().orElseThrow());
    assertEquals(0, server.requests().getFirst().bodyLength());
  }

  @Test
  void aBodyWithLengthArrivesWhole() throws IOException {
    try (var client = new RawClient(server.uri())) {
      client.send("POST /token HTTP/1.1\r\nContent-Length: 3\r\n\r\nABC");
      assertEquals(EMPTY, client.receive(EMPTY.length()));
    }
    assertEquals(Bytes.ofHex("414243" + "00".repeat(53)), meter.storedToken().orElseThrow());
    ReceivedRequest request = server.requests().getFirst();
    assertEquals("POST /token", request.line());
    assertEquals("3", request.headers().get("content-length"));
    assertEquals(3, request.bodyLength());
  }

  @Test
  void thePowerLossLogComesInChunksOf80() throws IOException {
    try (var client = new RawClient(server.uri())) {
      client.send("GET /powerloss_log HTTP/1.1\r\n\r\n");
      String reply = client.receive(CHUNKED.length() + 4 + 80 + 2 + 5);
      assertTrue(reply.startsWith(CHUNKED + "50\r\n"));
      assertTrue(reply.endsWith("\r\n0\r\n\r\n"));
    }
  }

  @Test
  void aRequestThatStopsComing408() throws IOException {
    restart("", 100);
    assertTrue(refused("GET /vers").startsWith("HTTP/1.1 408 "));
    assertTrue(refused("POST /time HTTP/1.1\r\nContent-Length: 8\r\n\r\n123").startsWith("HTTP/1.1 500 "));
    assertEquals(Instant.parse("2026-03-02T11:30:00Z"), meter.deviceTime().orElseThrow(), "the clock was not touched");
  }

  @Test
  void anIdleConnectionIsKept() throws IOException {
    restart("", 50);
    try (var client = new RawClient(server.uri())) {
      client.expectSilence(200);
      client.send("GET /reset HTTP/1.1\r\n\r\n");
      assertEquals(EMPTY, client.receiveReply());
    }
  }

  @Test
  void aTokenThatIsNoTextLeavesTheReplyOpen() throws IOException {
    meter.handle(MeterRequest.post("/token", Bytes.ofHex("ff")));
    try (var client = new RawClient(server.uri())) {
      client.send("GET /token HTTP/1.1\r\n\r\n");
      assertTrue(client.receive(CHUNKED.length() + 4 + 56 + 2).startsWith(CHUNKED + "38\r\n"));
      client.expectSilence(200);
    }
  }

  @Test
  void aReaderThatStopsLeavesTheReplyUnfinishedAndTheSocketOpen() throws IOException {
    var full = SimulatedMeterTest.running(SimulatedMeterTest.settings());
    full.advanceTo(NOW.plus(Duration.ofDays(7 * 365)));
    try (var slow = MeterServer.start(full, FaultPlan.NONE, Clock.fixed(NOW, ZoneOffset.UTC), 0,
        MeterServer.Options.DEFAULT.withSocketWait(Duration.ofMillis(100)));
        var client = new RawClient(slow.uri(), 4096)) {
      client.send("GET /telemetry HTTP/1.1\r\n\r\n").receive(CHUNKED.length());
      awaitIdle(slow);
      int received = client.receiveUntilSilent(300);
      assertTrue(received > 0 && received < 60_674 * 36, "received " + received);
    }
  }

  /// Until the server has given up and would serve the next one.
  private static void awaitIdle(MeterServer server) throws IOException {
    try (var other = new RawClient(server.uri())) {
      other.send("GET /version HTTP/1.1\r\n\r\n");
      assertTrue(other.receive(12).startsWith("HTTP/1.1 200"));
    }
  }

  @Test
  void oneRequestAtATime() throws IOException {
    restart("telemetry:stall@30/600ms", 5000);
    try (var first = new RawClient(server.uri()); var second = new RawClient(server.uri())) {
      first.send("GET /telemetry HTTP/1.1\r\n\r\n");
      assertEquals(CHUNKED.length() + 36, first.receive(CHUNKED.length() + 36).length());
      long asked = System.nanoTime();
      second.send("GET /version HTTP/1.1\r\n\r\n").receive(12);
      assertTrue(System.nanoTime() - asked > 100_000_000, "the second had to wait for the first");
      assertTrue(first.receiveReply().endsWith("0\r\n\r\n"));
    }
  }

  @Test
  void aFifthConnectionEndsTheOneUsedLeastRecently() throws IOException {
    var clients = new ArrayList<RawClient>();
    try {
      for (int i = 0; i < 4; i++) {
        clients.add(new RawClient(server.uri()));
        clients.get(i).send("GET /reset HTTP/1.1\r\n\r\n").receive(EMPTY.length());
      }
      clients.getFirst().send("GET /reset HTTP/1.1\r\n\r\n").receive(EMPTY.length());
      awaitIdle(server);
      assertEquals("", clients.get(1).receiveAll());
      assertEquals(EMPTY, clients.getFirst().send("GET /reset HTTP/1.1\r\n\r\n").receive(EMPTY.length()));
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void anAcceptedUpdateIsNotAnswered() throws IOException {
    String image = new String(SimulatedFirmware.image(1000, 1).toArray(), StandardCharsets.ISO_8859_1);
    String head = "POST /ota HTTP/1.1\r\nX-FIRMWARE-VERSION: 103\r\nContent-Length: " + image.length() + "\r\n\r\n";
    assertEquals("", refused(head + image));
    assertEquals(103, meter.version().number());
    try (var client = new RawClient(server.uri())) {
      client.send(head + image);
      String bad = "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n";
      assertEquals(bad, client.receive(bad.length()));
      assertTrue(client.send("GET /version HTTP/1.1\r\n\r\n").receive(12).startsWith("HTTP/1.1 200"));
    }
  }
}
