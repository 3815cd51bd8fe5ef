package org.semcollector.protocol.simulator.thingsboard;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.semcollector.protocol.Bytes;

/// What the simulated server answers.
///
/// @param body JSON, text or nothing
/// @param delay how long the answer is held back
public record ServerReply(int status, String body, Map<String, String> headers, Duration delay) {
  private static final String BINARY = "application/octet-stream";
  static final int BAD_CREDENTIALS = 10;
  static final int TOKEN_EXPIRED = 11;
  static final int NO_PERMISSION = 20;
  static final int BAD_REQUEST = 31;
  static final int NOT_FOUND = 32;
  static final int TOO_MANY_REQUESTS = 33;

  public ServerReply {
    headers = Map.copyOf(headers);
  }

  /// A status without a body, as the device API gives it.
  static ServerReply bare(int status) {
    return new ServerReply(status, "", Map.of(), Duration.ZERO);
  }

  static ServerReply text(int status, String text) {
    return new ServerReply(status, text, Map.of("Content-Type", "text/plain;charset=UTF-8"), Duration.ZERO);
  }

  static ServerReply json(Json body) {
    return new ServerReply(200, body.text(), Map.of("Content-Type", "application/json"), Duration.ZERO);
  }

  /// A file. Every byte is a character of the body, see [#bytes].
  static ServerReply binary(Bytes file) {
    return new ServerReply(200, new String(file.toArray(), StandardCharsets.ISO_8859_1),
        Map.of("Content-Type", BINARY), Duration.ZERO);
  }

  /// The body as it goes over the wire.
  byte[] bytes() {
    return body
        .getBytes(BINARY.equals(headers.get("Content-Type")) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  /// The REST API's error body.
  static ServerReply error(int status, int errorCode, String message, Instant at) {
    Json body = Json.obj("status", status, "message", message, "errorCode", errorCode, "timestamp", at.toString());
    return new ServerReply(status, body.text(), Map.of("Content-Type", "application/json"), Duration.ZERO);
  }

  ServerReply withHeader(String name, String value) {
    var more = new TreeMap<>(headers);
    more.put(name, value);
    return new ServerReply(status, body, more, delay);
  }

  ServerReply after(Duration newDelay) {
    return new ServerReply(status, body, headers, newDelay);
  }
}
