package org.semcollector.protocol.simulator.thingsboard;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ThingsBoardServerTest {
  private final BoardFixture fixture = new BoardFixture();
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ThingsBoardServer server = ThingsBoardServer.start(fixture.board, ServerFaults.NONE, 0);

  @AfterEach
  void stop() {
    server.close();
    client.shutdownNow();
  }

  private void restart(String faults) {
    server.close();
    server = ThingsBoardServer.start(fixture.board, ServerFaults.parse(faults), 0);
  }

  private HttpResponse<String> save(int records) throws IOException, InterruptedException {
    return save(records, Duration.ofSeconds(30));
  }

  private HttpResponse<String> save(int records, Duration limit) throws IOException, InterruptedException {
    URI uri = server.uri().resolve("/api/plugins/telemetry/DEVICE/" + fixture.device.id() + "/timeseries/ANY");
    return client.send(
        HttpRequest.newBuilder(uri).header("X-Authorization", "ApiKey " + fixture.apiKey)
            .timeout(limit)
            .POST(HttpRequest.BodyPublishers.ofString(BoardFixture.records(records))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private int stored() {
    return fixture.board.storedCount(fixture.device.id());
  }

  @Test
  void answersOverHttpWithADate() throws IOException, InterruptedException {
    HttpResponse<String> reply = save(3);
    assertEquals(200, reply.statusCode());
    assertTrue(reply.headers().firstValue("Date").isPresent());
    assertEquals(3, stored());
    assertEquals("POST", server.requests().getFirst().method());
  }

  @Test
  void anAnnouncedBodyOverTheLimitIsRefusedUnread() throws IOException {
    try (var socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(("POST /api/v1/" + BoardFixture.TOKEN + "/telemetry HTTP/1.1\r\nHost: x\r\n"
          + "Content-Length: 16777217\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
      String head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertEquals("HTTP/1.1 413", head);
    }
    assertTrue(server.requests().isEmpty());
  }

  @Test
  void scriptedFaultsStrikeTheNamedRequest() throws IOException, InterruptedException {
    restart("rest#1:html; rest#2:502; rest#3:limit@7; rest#4:redirect; rest#5:ignore");
    HttpResponse<String> page = save(1);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().startsWith("<!DOCTYPE html>"));
    assertEquals(502, save(1).statusCode());
    HttpResponse<String> limited = save(1);
    assertEquals(429, limited.statusCode());
    assertEquals("7", limited.headers().firstValue("Retry-After").orElseThrow());
    assertTrue(limited.body().contains("\"errorCode\":33"));
    assertEquals(302, save(1).statusCode());
    assertEquals(200, save(1).statusCode());
    assertEquals(0, stored());
    assertEquals(200, save(1).statusCode());
    assertEquals(1, stored());
  }

  @Test
  void aLostAnswerIsStoredAndADroppedRequestIsNot() {
    restart("rest#1:drop; rest#2:lose; rest#3:reset@0; rest#4+:silent");
    assertThrows(IOException.class, () -> save(1));
    assertEquals(0, stored());
    assertThrows(IOException.class, () -> save(2));
    assertEquals(2, stored());
    assertThrows(IOException.class, () -> save(3));
    assertEquals(3, stored());
    assertThrows(HttpTimeoutException.class, () -> save(4, Duration.ofMillis(300)));
    assertEquals(3, stored());
  }

  @Test
  void aCrashLosesWhatWasOnlyQueued() throws IOException, InterruptedException {
    restart("device#2:crash");
    fixture.board.storeAtMost(0);
    fixture.device(BoardFixture.records(5));
    URI uri = server.uri().resolve("/api/v1/" + BoardFixture.TOKEN + "/telemetry");
    var post = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("{\"k\":1}")).build();
    assertEquals(200, client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode());
    assertEquals(6, fixture.board.queued());
    assertEquals(200, client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode());
    assertEquals(1, fixture.board.queued());
  }

  @Test
  void aPlanReadsBackAsWrittenAndABadOneIsNamed() {
    String plan = "rest#2:status@500; login:html; any#5+:silent; query#1-3:slow@200";
    assertEquals(plan, ServerFaults.parse(plan).toString());
    var wrong = assertThrows(IllegalArgumentException.class, () -> ServerFaults.parse("rest:html; rst:500"));
    assertEquals(
        "fault rule \"rst:500\": unknown request \"rst\"; known are device, rest, query, delete, login, list, any",
        wrong.getMessage());
  }
}
