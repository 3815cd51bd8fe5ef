package org.semcollector.protocol.simulator;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.Bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MeterServerTest {
  private static final Instant NOW = Instant.parse("2026-03-02T11:30:00Z");
  private final SimulatedMeter meter = SimulatedMeterTest.running(SimulatedMeterTest.settings());
  private final MeterServer server = MeterServer.start(meter, FaultPlan.NONE, Clock.fixed(NOW, ZoneOffset.UTC), 0);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void eachRecordIsAChunkUnderABareStatusLine() throws IOException {
    try (var client = new RawClient(server.uri())) {
      client.send("GET /telemetry HTTP/1.1\r\nHost: 10.0.0.1\r\n\r\n");
      String head = "HTTP/1.1 200\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
      String received = client.receive(head.length() + 3 * 36 + 5);
      Bytes stored = SimulatedMeterTest.body(meter, "/telemetry");
      assertEquals(90, stored.length());
      var expected = new StringBuilder(head);
      for (int i = 0; i < 3; i++) {
        expected.append("1e\r\n").append(new String(stored.slice(i * 30, i * 30 + 30).toArray(), ISO_8859_1))
            .append("\r\n");
      }
      assertEquals(hex(expected.append("0\r\n\r\n").toString()), hex(received));
    }
  }

  @Test
  void anEmptyBodyHasALengthOfZeroAndTheConnectionStays() throws IOException {
    try (var client = new RawClient(server.uri())) {
      String expected = "HTTP/1.1 200\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n";
      client.send("GET /reset HTTP/1.1\r\n\r\n");
      assertEquals(expected, client.receive(expected.length()));
      client.send("GET /telemetry HTTP/1.1\r\n\r\n");
      assertEquals(expected, client.receive(expected.length()));
    }
    assertEquals(1, server.connectionCount());
    assertEquals("GET /telemetry", server.requests().getLast().line());
  }

  @Test
  void anyUpgradeHeaderIsRefusedAndTheConnectionEnds() throws IOException {
    try (var client = new RawClient(server.uri())) {
      String reply = client.send("GET /version HTTP/1.1\r\nUpgrade: h2c\r\n\r\n").receiveAll();
      assertTrue(reply.startsWith("HTTP/1.1 400 Bad Request\r\n"), reply);
    }
  }

  @Test
  void sixtyThousandRecordsComeAtOnce() throws IOException {
    var full = SimulatedMeterTest.running(SimulatedMeterTest.settings());
    full.advanceTo(NOW.plus(Duration.ofDays(7 * 365)));
    assertEquals(60_674, full.recordCount());
    try (var big = MeterServer.start(full, FaultPlan.NONE, Clock.fixed(NOW, ZoneOffset.UTC), 0);
        var client = new RawClient(big.uri())) {
      client.send("GET /telemetry HTTP/1.1\r\n\r\n");
      int head = "HTTP/1.1 200\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n".length();
      String received = client.receive(head + 60_674 * 36 + 5);
      assertEquals(head + 60_674 * 36 + 5, received.length());
      assertTrue(received.endsWith("\r\n0\r\n\r\n"));
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(ISO_8859_1));
  }
}
