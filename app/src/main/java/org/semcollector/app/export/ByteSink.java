package org.semcollector.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A buffer before a stream. Numbers and times are put into it as ASCII without making strings of them.
final class ByteSink {
  /// More than any number or time needs.
  static final int ROOM = 512;
  private static final int SIZE = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int at;

  ByteSink(OutputStream out) {
    this.out = out;
  }

  void put(char ascii) throws IOException {
    if (at == SIZE)
      drain();
    buffer[at++] = (byte) ascii;
  }

  void put(byte[] bytes) throws IOException {
    if (bytes.length > SIZE - at)
      drain();
    if (bytes.length > SIZE) {
      out.write(bytes);
      return;
    }
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
    at += bytes.length;
  }

  void put(String text) throws IOException {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  void whole(long value) throws IOException {
    room();
    at = Digits.whole(buffer, at, value);
  }

  void decimal(float value, char mark) throws IOException {
    room();
    at = Digits.decimal(buffer, at, value, mark);
  }

  void decimal(double value, char mark) throws IOException {
    room();
    at = Digits.decimal(buffer, at, value, mark);
  }

  void time(TimeText text, long epochMillis) throws IOException {
    room();
    at = text.put(buffer, at, epochMillis);
  }

  /// Hands everything on to the stream and flushes it.
  void flush() throws IOException {
    drain();
    out.flush();
  }

  private void room() throws IOException {
    if (SIZE - at < ROOM)
      drain();
  }

  private void drain() throws IOException {
    out.write(buffer, 0, at);
    at = 0;
  }
}
