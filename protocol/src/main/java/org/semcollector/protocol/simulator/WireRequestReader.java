package org.semcollector.protocol.simulator;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.simulator.MeterReply.Refusal;

/// Reads requests as the meter's web server does, with its limits.
final class WireRequestReader {
  static final int LONGEST_URI = 512;
  static final int LONGEST_HEADERS = 512;
  private static final int LONGEST_METHOD = 16;
  private static final int LONGEST_BODY = 16 * 1024 * 1024;
  private static final Refusal BAD_REQUEST = new Refusal(400, "Bad Request", "Bad request syntax");
  private static final Refusal URI_TOO_LONG = new Refusal(414, "URI Too Long", "URI is too long");
  private static final Refusal HEADERS_TOO_LARGE = new Refusal(431, "Request Header Fields Too Large",
      "Header fields are too long");
  private static final Refusal VERSION = new Refusal(505, "Version Not Supported",
      "HTTP version not supported by server");
  private static final Refusal TIMEOUT = new Refusal(408, "Request Timeout", "Server closed this connection");

  private final TimedChannel channel;
  private final Duration wait;

  WireRequestReader(TimedChannel channel, Duration wait) {
    this.channel = channel;
    this.wait = wait;
  }

  /// The head of a request, without its body.
  sealed interface Head {
    record Request(MeterRequest request) implements Head {}

    record Refused(Refusal refusal) implements Head {}

    /// The peer has closed.
    record Ended() implements Head {}
  }

  Head readHead() throws IOException {
    try {
      if (!channel.awaitByte())
        return new Head.Ended();
      Line line = readLine(LONGEST_METHOD + LONGEST_URI + 16);
      if (line.ended)
        return new Head.Ended();
      String[] parts = line.text.split(" ", -1);
      if (line.tooLong || (parts.length > 1 && parts[1].length() > LONGEST_URI))
        return new Head.Refused(URI_TOO_LONG);
      if (parts.length != 3 || !parts[0].matches("[A-Z]+") || !parts[1].startsWith("/"))
        return new Head.Refused(BAD_REQUEST);
      if (!parts[2].equals("HTTP/1.1"))
        return new Head.Refused(parts[2].startsWith("HTTP/") ? VERSION : BAD_REQUEST);
      return readHeaders(parts[0], parts[1].replaceFirst("\\?.*", ""));
    } catch (SocketTimeoutException _) {
      return new Head.Refused(TIMEOUT);
    }
  }

  private Head readHeaders(String method, String path) throws IOException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    int room = LONGEST_HEADERS;
    while (true) {
      Line line = readLine(room);
      if (line.ended)
        return new Head.Ended();
      if (line.tooLong)
        return new Head.Refused(HEADERS_TOO_LARGE);
      if (line.text.isEmpty())
        break;
      room -= line.text.length() + 2;
      int colon = line.text.indexOf(':');
      if (colon < 1)
        return new Head.Refused(BAD_REQUEST);
      headers.put(line.text.substring(0, colon), line.text.substring(colon + 1).strip());
    }
    boolean bad = headers.containsKey("Upgrade") || bodyLength(headers).isEmpty();
    return bad
        ? new Head.Refused(BAD_REQUEST)
        : new Head.Request(new MeterRequest(method, path, new HashMap<>(headers), Bytes.EMPTY));
  }

  /// The body announced by Content-Length. A body sent in chunks is not understood: the handler sees none, and its
  /// bytes are taken for the next request.
  ///
  /// @return empty when the body does not come whole in time
  Optional<Bytes> readBody(MeterRequest head) throws IOException {
    ByteBuffer body = ByteBuffer.allocate(bodyLength(head.headers()).orElse(0));
    try {
      channel.readFully(body, wait);
      return body.hasRemaining() ? Optional.empty() : Optional.of(Bytes.copyOf(body.array()));
    } catch (SocketTimeoutException _) {
      return Optional.empty();
    }
  }

  /// The length of the body, 0 without one; empty when the header is no sensible number.
  static Optional<Integer> bodyLength(Map<String, String> headers) {
    if (headers.containsKey("transfer-encoding"))
      return Optional.of(0);
    String text = headers.getOrDefault("content-length", "0");
    return text.matches("[0-9]{1,8}") && Integer.parseInt(text) <= LONGEST_BODY
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  private record Line(String text, boolean tooLong, boolean ended) {}

  private Line readLine(int limit) throws IOException {
    var text = new StringBuilder();
    while (true) {
      int next = channel.read(wait);
      if (next < 0)
        return new Line("", false, true);
      if (next == '\n')
        break;
      text.append((char) next);
      if (text.length() + 1 > limit)
        return new Line(text.toString(), true, false);
    }
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\r') {
      text.setLength(end - 1);
    }
    return new Line(text.toString(), false, false);
  }

  /// The bytes of a text on the wire.
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
