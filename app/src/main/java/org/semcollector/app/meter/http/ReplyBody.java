package org.semcollector.app.meter.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.Bytes;

/// The body that is arriving: kept as far as it came, limited in length, reported on its way.
final class ReplyBody {
  private static final int REPORT_EVERY = 2048;

  private final int longest;
  private final Progress progress;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private long total = -1;
  private int reported;
  private boolean begun;

  ReplyBody(int longest, Progress progress) {
    this.longest = longest;
    this.progress = progress;
  }

  /// Status and headers of the reply are here.
  void begin() {
    begun = true;
  }

  boolean begun() {
    return begun;
  }

  boolean cancelled() {
    return progress.cancelled();
  }

  /// @param length the announced length, negative when not announced
  void expect(long length) throws IOException {
    if (length > longest)
      throw new TooLongException(length);
    total = length;
  }

  void add(byte[] buffer, int length) throws IOException {
    if (received.size() + length > longest)
      throw new TooLongException(received.size() + length);
    received.write(buffer, 0, length);
    if (received.size() - reported >= REPORT_EVERY)
      report();
  }

  void end() {
    if (received.size() > reported)
      report();
  }

  Bytes bytes() {
    return Bytes.copyOf(received.toByteArray());
  }

  private void report() {
    reported = received.size();
    progress.at(reported, total);
  }
}
