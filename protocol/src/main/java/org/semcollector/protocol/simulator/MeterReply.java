package org.semcollector.protocol.simulator;

import java.nio.charset.StandardCharsets;
import org.semcollector.protocol.Bytes;

/// What the meter's web server does with a request.
public sealed interface MeterReply {
  /// A handler's answer. The connection stays open.
  ///
  /// @param reason empty for success: the firmware sends a bare `HTTP/1.1 200`
  /// @param chunkLength bytes of body per chunk
  record Answer(int status, String reason, Bytes body, int chunkLength) implements MeterReply {
    static Answer ok(Bytes body, int chunkLength) {
      return new Answer(200, "", body, chunkLength);
    }

    static Answer done() {
      return ok(Bytes.EMPTY, 1);
    }

    static Answer text(String text) {
      return ok(Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII)), Integer.MAX_VALUE);
    }

    /// A handler failed before it had sent anything.
    static Answer internalError(String reason) {
      String html = "<!DOCTYPE html><html><body><h1>INTERNAL ERROR</h1><hr><pre>" + reason + "</pre></body></html>";
      return new Answer(500, "Internal Error", Bytes.copyOf(html.getBytes(StandardCharsets.US_ASCII)),
          Integer.MAX_VALUE);
    }

    public Answer withBody(Bytes newBody) {
      return new Answer(status, reason, newBody, chunkLength);
    }
  }

  /// A handler failed after it had sent `body`: the reply never ends and the connection stays open.
  record Unfinished(Bytes body, int chunkLength) implements MeterReply {}

  /// The web server itself refuses, before any handler; it closes the connection.
  record Refusal(int status, String reason, String text) implements MeterReply {
    static final Refusal NOT_FOUND = new Refusal(404, "Not Found", "Nothing matches the given URI");
    static final Refusal WRONG_METHOD = new Refusal(405, "Method Not Allowed",
        "Specified method is invalid for this resource");
  }

  /// Nothing is sent and the connection ends: the meter restarts or is off.
  record NoAnswer() implements MeterReply {}
}
