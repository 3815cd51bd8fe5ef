package org.semcollector.protocol.simulator.thingsboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// What the simulated server answers.
///
/// @param body JSON, text or nothing
/// @param delay how long the answer is held back
public record ServerReply(int status, String body, Map<String, String> headers, Duration delay) {
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
