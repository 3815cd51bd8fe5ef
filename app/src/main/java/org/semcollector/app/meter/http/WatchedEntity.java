package org.semcollector.app.meter.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.semcollector.app.task.Progress;

/// Bytes that are sent from memory with a fixed length; how far they are is reported on the way.
final class WatchedEntity extends AbstractHttpEntity {
  private static final int BLOCK = 8 * 1024;

  private final byte[] content;
  private final Progress progress;

  WatchedEntity(byte[] content, Progress progress) {
    super((String) null, null, false);
    this.content = content;
    this.progress = progress;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (int at = 0; at < content.length; at += BLOCK) {
      if (progress.cancelled())
        throw new IOException("cancelled while sending");
      int length = Math.min(BLOCK, content.length - at);
      out.write(content, at, length);
      progress.at(at + length, content.length);
    }
    out.flush();
  }

  @Override
  public InputStream getContent() {
    return new ByteArrayInputStream(content);
  }

  @Override
  public long getContentLength() {
    return content.length;
  }

  /// Never: firmware is sent once.
  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public boolean isStreaming() {
    return false;
  }

  @Override
  public void close() {}
}
