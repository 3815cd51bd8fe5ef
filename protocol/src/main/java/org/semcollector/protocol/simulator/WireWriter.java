package org.semcollector.protocol.simulator;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.semcollector.protocol.Bytes;

/// A reply as the bytes on the wire, exactly as the meter's web server frames it.
final class WireWriter {
  private static final String TYPE = "\r\nContent-Type: text/html\r\n";

  private WireWriter() {}

  /// A handler's whole answer: one chunk per record, or `Content-Length: 0` for nothing.
  static ByteBuffer answer(MeterReply.Answer answer) {
    String status = status(answer.status(), answer.reason());
    if (answer.body().isEmpty())
      return wrap(status + TYPE + "Content-Length: 0\r\n\r\n");
    return chunked(status, answer.body(), answer.chunkLength(), true);
  }

  /// An answer without its end.
  static ByteBuffer unfinished(MeterReply.Unfinished reply) {
    return chunked(status(200, ""), reply.body(), reply.chunkLength(), false);
  }

  static ByteBuffer refusal(MeterReply.Refusal refusal) {
    return wrap(status(refusal.status(), refusal.reason()) + TYPE + "Content-Length: " + refusal.text().length()
        + "\r\n\r\n" + refusal.text());
  }

  /// How many bytes of the wire bring `bodyBytes` bytes of body, with the end of the chunk if they end it; the whole
  /// reply when the body is shorter.
  static int wireLength(MeterReply.Answer answer, int bodyBytes) {
    ByteBuffer whole = answer(answer);
    if (answer.body().isEmpty() || bodyBytes > answer.body().length())
      return whole.remaining();
    int head = headLength(status(answer.status(), answer.reason()));
    int chunk = Math.min(answer.chunkLength(), answer.body().length());
    int full = bodyBytes / chunk;
    int rest = bodyBytes % chunk;
    int perChunk = sizeLine(chunk).length() + chunk + 2;
    int lastChunk = Math.min(chunk, answer.body().length() - full * chunk);
    return head + full * perChunk + (rest == 0 ? 0 : sizeLine(lastChunk).length() + rest);
  }

  /// The status a reply carries; empty when it carries none.
  static OptionalInt statusOf(MeterReply reply) {
    return switch (reply) {
      case MeterReply.Answer answer -> OptionalInt.of(answer.status());
      case MeterReply.Refusal refusal -> OptionalInt.of(refusal.status());
      case MeterReply.Unfinished _ -> OptionalInt.of(200);
      case MeterReply.NoAnswer _ -> OptionalInt.empty();
    };
  }

  private static ByteBuffer chunked(String status, Bytes body, int chunkLength, boolean ended) {
    int chunk = Math.min(chunkLength, body.length());
    int chunks = (body.length() + chunk - 1) / chunk;
    var out = ByteBuffer.allocate(headLength(status) + body.length() + chunks * 12 + 5);
    out.put(WireRequestReader.ascii(chunkedHead(status)));
    ByteBuffer in = body.buffer();
    byte[] fullSize = WireRequestReader.ascii(sizeLine(chunk));
    while (in.hasRemaining()) {
      int size = Math.min(chunk, in.remaining());
      out.put(size == chunk ? fullSize : WireRequestReader.ascii(sizeLine(size)));
      out.put(in.slice(in.position(), size)).put((byte) '\r').put((byte) '\n');
      in.position(in.position() + size);
    }
    return (ended ? out.put(WireRequestReader.ascii("0\r\n\r\n")) : out).flip();
  }

  private static String chunkedHead(String status) {
    return status + TYPE + "Transfer-Encoding: chunked\r\n\r\n";
  }

  private static int headLength(String status) {
    return chunkedHead(status).length();
  }

  private static String sizeLine(int size) {
    return Integer.toHexString(size) + "\r\n";
  }

  private static String status(int status, String reason) {
    return "HTTP/1.1 " + status + (reason.isEmpty() ? "" : " " + reason);
  }

  private static ByteBuffer wrap(String text) {
    return ByteBuffer.wrap(WireRequestReader.ascii(text));
  }
}
