package org.semcollector.app.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A reverse proxy behind which a slow server seems to stand: it is silent over the first upload for a while and gives
/// the answer to the second one byte by byte, over the same while. Everything else it passes on at once.
final class SlowProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final URI behind;
  private final Duration slowness;
  private final AtomicInteger uploads = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean silent;
  private volatile boolean trickled;

  SlowProxy(URI behind, Duration slowness) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.behind = behind;
    this.slowness = slowness;
    Thread.ofVirtual().name("slow-proxy").start(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /// Whether an answer came after the whole silence.
  boolean wasSilent() {
    return silent;
  }

  /// Whether an answer came byte by byte to its end.
  boolean trickled() {
    return trickled;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().name("slow-proxy-request").start(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client; var server = new Socket(behind.getHost(), behind.getPort())) {
      String head = NarrowProxy.head(client.getInputStream());
      NarrowProxy.pass(client, server, head);
      byte[] answer = whole(server.getInputStream());
      int upload = head.startsWith("POST") && head.contains("/timeseries/") ? uploads.incrementAndGet() : 0;
      OutputStream out = client.getOutputStream();
      switch (upload) {
        case 1 -> {
          rest(slowness);
          out.write(answer);
          silent = true;
        }
        case 2 -> {
          for (byte one : answer) {
            rest(slowness.dividedBy(answer.length));
            out.write(one);
            out.flush();
          }
          trickled = true;
        }
        default -> out.write(answer);
      }
    } catch (IOException e) {
      // the client is told by the closed connection
    }
  }

  private static byte[] whole(InputStream in) throws IOException {
    return in.readAllBytes();
  }

  private void rest(Duration time) throws IOException {
    try {
      if (closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("closed");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    socket.close();
  }
}
