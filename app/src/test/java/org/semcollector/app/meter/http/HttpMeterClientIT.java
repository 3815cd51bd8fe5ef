package org.semcollector.app.meter.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterException.Kind;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HttpMeterClientIT {
  private static final String HEAD = "HTTP/1.1 200\r\nContent-Type: text/html\r\n";
  private static final HttpMeterClients CLIENTS = new HttpMeterClients(Duration.ofSeconds(2), Duration.ofMillis(400));

  private static MeterReply get(RawServer server, Endpoint endpoint) throws MeterException {
    try (var client = CLIENTS.open(server.uri())) {
      return client.get(endpoint, Progress.NONE);
    }
  }

  private static MeterException failure(RawServer server, Endpoint endpoint) {
    return assertThrows(MeterException.class, () -> get(server, endpoint));
  }

  private static Bytes ascii(String text) {
    return Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aStatusLineWithoutReasonAndAChunkedBodyAreRead() throws Exception {
    try (var server = RawServer.saying(HEAD + "Transfer-Encoding: chunked\r\n\r\n3\r\n102\r\n0\r\n\r\n")) {
      assertEquals(new MeterReply(200, ascii("102")), get(server, Endpoint.VERSION));
    }
  }

  @Test
  void anEmptyReplyIsAnEmptyBody() throws Exception {
    try (var server = RawServer.saying(HEAD + "Content-Length: 0\r\n\r\n")) {
      assertEquals(new MeterReply(200, Bytes.EMPTY), get(server, Endpoint.TELEMETRY));
    }
  }

  @Test
  void anErrorWithABodyIsAReply() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 500\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "17\r\n<h1>INTERNAL ERROR</h1>\r\n0\r\n\r\n")) {
      assertEquals(new MeterReply(500, ascii("<h1>INTERNAL ERROR</h1>")), get(server, Endpoint.TOKEN));
    }
  }

  @Test
  void aRequestCarriesNothingTheMeterCannotTake() throws Exception {
    try (var server = RawServer.saying(HEAD + "Content-Length: 0\r\n\r\n"); var client = CLIENTS.open(server.uri())) {
      client.get(Endpoint.TELEMETRY, Progress.NONE);
      String head = server.heads().getFirst();
      assertTrue(head.startsWith("GET /telemetry HTTP/1.1\r\n"), head);
      String lower = head.toLowerCase(Locale.ROOT);
      for (String unwanted : new String[]{"upgrade", "accept-encoding", "cookie", "expect", "transfer-encoding",
          "user-agent"}) {
        assertFalse(lower.contains(unwanted), head);
      }
      assertTrue(head.length() < 128, () -> head.length() + " bytes of the meter's 512: " + head);
    }
  }

  @Test
  void aPostHasAFixedLengthAndNoChunks() throws Exception {
    var bodies = new CopyOnWriteArrayList<Bytes>();
    try (var server = RawServer.answering((_, socket, out) -> {
      bodies.add(Bytes.copyOf(socket.getInputStream().readNBytes(8)));
      out.write((HEAD + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }); var client = CLIENTS.open(server.uri())) {
      Bytes time = Bytes.ofHex("fa631cd08b010000");
      assertEquals(200, client.post(Endpoint.TIME, time).status());
      assertEquals(time, bodies.getFirst());
      String head = server.heads().getFirst();
      assertTrue(head.contains("\r\nContent-Length: 8\r\n"), head);
      assertFalse(head.toLowerCase(Locale.ROOT).contains("transfer-encoding"), head);
      assertFalse(head.toLowerCase(Locale.ROOT).contains("upgrade"), head);
      assertFalse(head.toLowerCase(Locale.ROOT).contains("expect"), head);
    }
  }

  @Test
  void aServerThatClosesWithoutAReplyIsAskedOnce() throws Exception {
    try (var server = RawServer.answering((_, socket, _) -> socket.close())) {
      assertEquals(Kind.CUT_OFF, failure(server, Endpoint.RESET).kind());
      assertEquals(1, server.heads().size());
      assertEquals(1, server.connectionCount());
    }
  }

  @Test
  void aRedirectIsNotFollowedAndNoMetersAnswer() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 302 Found\r\nLocation: /reset\r\nContent-Length: 0\r\n\r\n")) {
      assertEquals(Kind.NOT_A_METER, failure(server, Endpoint.VERSION).kind());
      assertEquals(1, server.heads().size());
    }
  }

  @Test
  void aCutReplyKeepsWhatCameBeforeTheCut() throws Exception {
    try (var server = RawServer.answering((_, socket, out) -> {
      out.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.close();
    })) {
      MeterException cut = failure(server, Endpoint.TELEMETRY);
      assertEquals(Kind.CUT_OFF, cut.kind());
      assertEquals(ascii("abcd"), cut.received());
    }
  }

  @Test
  void aShortBodyOfAnnouncedLengthIsACut() throws Exception {
    try (var server = RawServer.answering((_, socket, out) -> {
      out.write((HEAD + "Content-Length: 60\r\n\r\nabcd").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.close();
    })) {
      MeterException cut = failure(server, Endpoint.TELEMETRY);
      assertEquals(Kind.CUT_OFF, cut.kind());
      assertEquals(ascii("abcd"), cut.received());
    }
  }

  @Test
  void aReplyThatNeverEndsIsStalledAfterTheIdleLimit() throws Exception {
    try (var server = RawServer.saying(HEAD + "Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n")) {
      MeterException stalled = failure(server, Endpoint.TELEMETRY);
      assertEquals(Kind.STALLED, stalled.kind());
      assertEquals(ascii("abcd"), stalled.received());
    }
  }

  @Test
  void aServerThatSaysNothingIsSilent() throws Exception {
    try (var server = RawServer.saying("")) {
      assertEquals(Kind.SILENT, failure(server, Endpoint.VERSION).kind());
    }
  }

  @Test
  void nobodyListeningIsUnreachable() throws Exception {
    URI uri;
    try (var server = RawServer.saying("")) {
      uri = server.uri();
    }
    try (var client = CLIENTS.open(uri)) {
      var failure = assertThrows(MeterException.class, () -> client.get(Endpoint.VERSION, Progress.NONE));
      assertEquals(Kind.UNREACHABLE, failure.kind());
    }
  }

  @Test
  void whatIsNoHttpIsNoMeter() throws Exception {
    try (var server = RawServer.saying("SSH-2.0-OpenSSH_9.2\r\n\r\n".repeat(40))) {
      assertEquals(Kind.NOT_A_METER, failure(server, Endpoint.VERSION).kind());
    }
    try (var server = RawServer.saying(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabcd\r\n")) {
      assertEquals(Kind.NOT_A_METER, failure(server, Endpoint.TELEMETRY).kind());
    }
    try (var server = RawServer.saying(HEAD + "X: y\r\n".repeat(200) + "\r\n")) {
      assertEquals(Kind.NOT_A_METER, failure(server, Endpoint.TELEMETRY).kind());
    }
  }

  @Test
  void aBodyWhoseEndCannotBeToldFromACutIsNotTrusted() throws Exception {
    try (var server = RawServer.answering((_, socket, out) -> {
      out.write((HEAD + "\r\nabcd").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.close();
    })) {
      assertEquals(Kind.NOT_A_METER, failure(server, Endpoint.TELEMETRY).kind());
    }
  }

  @Test
  void aBodyLongerThanAnyMemoryIsRefused() throws Exception {
    try (var server = RawServer.saying(HEAD + "Content-Length: 9000000\r\n\r\n")) {
      assertEquals(Kind.TOO_LONG, failure(server, Endpoint.TELEMETRY).kind());
    }
    String chunk = "ffff\r\n" + "x".repeat(0xffff) + "\r\n";
    try (var server = RawServer.answering((_, _, out) -> {
      out.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      for (int i = 0; i < 200; i++) {
        out.write(chunk.getBytes(StandardCharsets.ISO_8859_1));
      }
    })) {
      MeterException tooLong = failure(server, Endpoint.TELEMETRY);
      assertEquals(Kind.TOO_LONG, tooLong.kind());
      assertTrue(tooLong.received().length() <= 8 * 1024 * 1024);
    }
  }

  @Test
  void requestsOfAVisitGoOverOneConnectionSoThatTheyReachTheSameMeter() throws Exception {
    try (var server = RawServer.saying(HEAD + "Content-Length: 1\r\n\r\nx")) {
      for (int visit = 1; visit <= 2; visit++) {
        try (var client = CLIENTS.open(server.uri())) {
          client.get(Endpoint.TELEMETRY, Progress.NONE);
          client.get(Endpoint.RESET, Progress.NONE);
        }
        assertEquals(visit, server.connectionCount());
      }
      assertEquals(4, server.heads().size());
    }
  }

  @Test
  void afterARefusalTheNextRequestHasANewConnection() throws Exception {
    try (var server = RawServer.answering((_, socket, out) -> {
      out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.close(); // without a word, as the meter does
    }); var client = CLIENTS.open(server.uri())) {
      for (int i = 0; i < 3; i++) {
        assertEquals(404, client.get(Endpoint.VERSION, Progress.NONE).status());
      }
      assertEquals(3, server.connectionCount());
    }
  }

  @Test
  void cancellingAbortsASilentRequestSoon() throws Exception {
    var clients = new HttpMeterClients(Duration.ofSeconds(5), Duration.ofSeconds(30));
    var asked = new CountDownLatch(1);
    try (var server = RawServer.answering((_, _, out) -> {
      out.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      asked.countDown();
    }); var client = clients.open(server.uri())) {
      var cancelled = new AtomicBoolean();
      long[] cancelledAt = {0};
      Thread.ofVirtual().start(() -> {
        try {
          asked.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        cancelledAt[0] = System.nanoTime();
        cancelled.set(true);
      });
      var failure = assertThrows(MeterException.class,
          () -> client.get(Endpoint.TELEMETRY, cancelledBy(cancelled)));
      long millis = (System.nanoTime() - cancelledAt[0]) / 1_000_000;
      assertEquals(Kind.CANCELLED, failure.kind());
      assertTrue(millis < 10_000, millis + " ms, of 30 s that the answer might take");
    }
  }

  @Test
  void cancellingAbortsAConnectionThatIsNotAccepted() throws Exception {
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var waiting = new CopyOnWriteArrayList<Socket>();
      for (int i = 0; i < 8; i++) { // more than the backlog: the next connection gets no answer
        var socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 50);
        } catch (IOException e) {
          break;
        }
      }
      var clients = new HttpMeterClients(Duration.ofSeconds(20), Duration.ofSeconds(20));
      long start = System.nanoTime();
      try (var client = clients.open(URI.create("http://127.0.0.1:" + full.getLocalPort()))) {
        var cancelled = new AtomicBoolean();
        Thread.ofVirtual().start(() -> cancelled.set(true));
        var failure = assertThrows(MeterException.class,
            () -> client.get(Endpoint.VERSION, cancelledBy(cancelled)));
        assertEquals(Kind.CANCELLED, failure.kind());
      }
      assertTrue(System.nanoTime() - start < 15_000_000_000L, "of 20 s that the connection might take");
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /// A cancel may come between any two steps of a request: before the lease of a connection, before its use, while it
  /// is being made, after it. Each is told as cancelled.
  @Test
  void aCancelAtAnyMomentOfARequestIsToldAsCancelled() throws Exception {
    var clients = new HttpMeterClients(Duration.ofSeconds(5), Duration.ofSeconds(20));
    try (var server = RawServer.answering((_, _, out) -> out.flush())) {
      for (int i = 0; i < 300; i++) {
        try (var client = clients.open(server.uri())) {
          var looks = new AtomicInteger();
          int cancelAt = 1 + i % 3;
          var failure = assertThrows(MeterException.class, () -> client.get(Endpoint.VERSION, new Progress() {
            @Override
            public void at(long done, long total) {
              // nothing to see
            }

            @Override
            public boolean cancelled() {
              return looks.incrementAndGet() >= cancelAt;
            }
          }));
          assertEquals(Kind.CANCELLED, failure.kind());
        }
      }
    }
  }

  @Test
  void sixtyThousandChunksAreReadAsFastAsTheyCome() throws Exception {
    int records = 60_674;
    var record = new byte[30];
    try (var server = RawServer.answering((_, _, out) -> {
      OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
      buffered.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      for (int i = 0; i < records; i++) {
        record[0] = (byte) i;
        buffered.write("1e\r\n".getBytes(StandardCharsets.ISO_8859_1));
        buffered.write(record);
        buffered.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
      }
      buffered.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      buffered.flush();
    }); var client = CLIENTS.open(server.uri())) {
      var reported = new CopyOnWriteArrayList<Long>();
      Bytes body = client.get(Endpoint.TELEMETRY, new Progress() {
        @Override
        public void at(long done, long total) {
          reported.add(done);
        }

        @Override
        public boolean cancelled() {
          return false;
        }
      }).body();
      assertEquals(records * 30, body.length());
      assertEquals(records * 30L, reported.getLast());
      assertEquals(records - 1 & 0xff, body.at((records - 1) * 30));
    }
  }

  private static Progress cancelledBy(AtomicBoolean cancelled) {
    return new Progress() {
      @Override
      public void at(long done, long total) {}

      @Override
      public boolean cancelled() {
        return cancelled.get();
      }
    };
  }
}
