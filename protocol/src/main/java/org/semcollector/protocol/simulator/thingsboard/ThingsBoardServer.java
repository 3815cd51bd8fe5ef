package org.semcollector.protocol.simulator.thingsboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.simulator.thingsboard.ServerFault.Kind;

/// A simulated ThingsBoard on a loopback port. What arrived can be read back.
public final class ThingsBoardServer implements AutoCloseable {
  /// Bodies announced as longer are refused unread; chunked bodies escape the check, as on the real server.
  static final long LONGEST_BODY = 16L * 1024 * 1024;
  private static final String PAGE = "<!DOCTYPE html><html><body>Sign in to use this network.</body></html>";

  private final SimulatedThingsBoard board;
  private final ServerLog log;
  private final HttpServer server;
  private final ExecutorService threads;
  private final CountDownLatch closing = new CountDownLatch(1);

  private ThingsBoardServer(SimulatedThingsBoard board, ServerLog log, int port) throws IOException {
    this.board = board;
    this.log = log;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port), 0);
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// @param port on loopback; 0 for any free one
  /// @throws UncheckedIOException when the port cannot be had
  public static ThingsBoardServer start(SimulatedThingsBoard board, ServerFaults faults, int port) {
    return start(board, new ServerLog(faults, true), port);
  }

  /// As [#start], without [#requests]: for more of them than memory holds.
  public static ThingsBoardServer startForgetful(SimulatedThingsBoard board, ServerFaults faults, int port) {
    return start(board, new ServerLog(faults, false), port);
  }

  private static ThingsBoardServer start(SimulatedThingsBoard board, ServerLog log, int port) {
    try {
      return new ThingsBoardServer(board, log, port);
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated server cannot listen on port " + port, e);
    }
  }

  /// Where it listens, "http://127.0.0.1:49152".
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public SimulatedThingsBoard board() {
    return board;
  }

  /// Every request so far, oldest first.
  public List<ServerRequest> requests() {
    return log.requests();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      long announced = announcedLength(exchange);
      if (announced > LONGEST_BODY) {
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(413, -1);
        return;
      }
      ServerRequest head = head(exchange);
      ServerFault fault = log.strikes(head).orElse(null);
      if (fault != null && fault.kind() == ServerFault.Kind.CUT) {
        exchange.getRequestBody().readNBytes(fault.argument());
        return;
      }
      ServerRequest request = head.withBody(Bytes.copyOf(exchange.getRequestBody().readAllBytes()));
      log.arrived(request);
      if (fault == null) {
        send(exchange, board.handle(request));
      } else {
        strike(exchange, request, fault);
      }
    }
  }

  private void strike(HttpExchange exchange, ServerRequest request, ServerFault fault) throws IOException {
    switch (fault.kind()) {
      case HTML -> send(exchange, new ServerReply(200, PAGE, Map.of("Content-Type", "text/html"), Duration.ZERO));
      case REDIRECT -> send(exchange, ServerReply.bare(302).withHeader("Location", "http://login.invalid/"));
      case STATUS -> send(exchange, ServerReply.bare(fault.argument()));
      case LIMIT -> send(exchange, ServerReply
          .error(429, ServerReply.TOO_MANY_REQUESTS, "Too many requests for current tenant!", board.now())
          .withHeader("Retry-After", Integer.toString(fault.argument())));
      case SLOW -> {
        ServerReply reply = board.handle(request);
        send(exchange, reply.after(reply.delay().plusMillis(fault.argument())));
      }
      case SILENT -> pause(Duration.ofDays(1));
      case RESET -> breakOff(exchange, board.handle(request), fault.argument());
      case LOSE -> board.handle(request);
      case DROP, CUT -> {
        // closed without a word
      }
      case HANG -> {
        board.handle(request);
        pause(Duration.ofDays(1));
      }
      case LATE -> {
        pause(Duration.ofMillis(fault.argument()));
        board.handle(request);
      }
      case IGNORE -> send(exchange, ServerReply.bare(200));
      case HALF -> send(exchange, board.handle(request.withBody(TelemetryParser.half(request.body()))));
      case CRASH -> {
        board.crash();
        send(exchange, board.handle(request));
      }
    }
  }

  private void send(HttpExchange exchange, ServerReply reply) throws IOException {
    pause(reply.delay());
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.bytes();
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /// Announces the whole answer, or some bytes when it has none, and stops early.
  private static void breakOff(HttpExchange exchange, ServerReply reply, int length) throws IOException {
    byte[] body = reply.bytes();
    exchange.sendResponseHeaders(reply.status(), Math.max(body.length, length + 1L));
    exchange.getResponseBody().write(Arrays.copyOf(body, length));
    exchange.getResponseBody().flush();
  }

  private static long announcedLength(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
  }

  private static ServerRequest head(HttpExchange exchange) {
    var headers = new HashMap<String, String>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    URI uri = exchange.getRequestURI();
    return new ServerRequest(exchange.getRequestMethod(), uri.getPath(), query(uri.getRawQuery()), headers,
        Bytes.EMPTY);
  }

  private static Map<String, String> query(@Nullable String raw) {
    var query = new HashMap<String, String>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  /// Waits, but not longer than the server lives.
  private void pause(Duration time) {
    try {
      if (time.isPositive() && closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      // nobody interrupts this thread; if somebody did, the wait is over
    }
  }
}
