package org.semcollector.app.meter.http;

import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.semcollector.app.task.Progress;

/// Aborts a request that nobody wants any more: the socket is closed under the reader, no thread is interrupted.
final class CancelWatch implements AutoCloseable {
  private static final long LOOK_EVERY_NANOS = 50_000_000;

  private final HttpUriRequestBase request;
  private final Progress progress;
  private volatile boolean over;
  private volatile boolean cancelled;

  private CancelWatch(HttpUriRequestBase request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  static CancelWatch start(HttpUriRequestBase request, Progress progress) {
    var watch = new CancelWatch(request, progress);
    Thread.ofVirtual().name("cancel-" + request.getPath()).start(watch::look);
    return watch;
  }

  boolean cancelled() {
    return cancelled || progress.cancelled();
  }

  @Override
  public void close() {
    over = true;
  }

  private void look() {
    while (!over) {
      if (progress.cancelled()) {
        cancelled = true;
        request.cancel();
        return;
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }
}
