package org.semcollector.app.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A reverse proxy that refuses long bodies the rude way: it answers 413 after the headers and closes the connection
/// with the body unread, so that the client may see the answer, a broken pipe or a reset.
final class NarrowProxy implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

  private final ServerSocket socket;
  private final URI behind;
  private final int longestBody;
  private final boolean silent;
  private final AtomicInteger refused = new AtomicInteger();

  /// @param silent whether it closes without even answering
  NarrowProxy(URI behind, int longestBody, boolean silent) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.behind = behind;
    this.longestBody = longestBody;
    this.silent = silent;
    Thread.ofVirtual().name("narrow-proxy").start(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  int refused() {
    return refused.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().name("narrow-proxy-request").start(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      Matcher length = LENGTH.matcher(head);
      int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
      if (body > longestBody) {
        refused.incrementAndGet();
        if (!silent) {
          client.getOutputStream().write("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
        }
        return;
      }
      forward(client, head.replaceFirst("(?i)\r\nconnection: *[a-z-]+", "\r\nConnection: close"), body);
    } catch (IOException e) {
      // the client is told by the closed connection
    }
  }

  private void forward(Socket client, String head, int body) throws IOException {
    try (var server = new Socket(behind.getHost(), behind.getPort())) {
      server.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      server.getOutputStream().write(client.getInputStream().readNBytes(body));
      server.getOutputStream().flush();
      server.getInputStream().transferTo(client.getOutputStream());
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
