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

/// A reverse proxy that refuses long bodies the rude way, with the body unread.
final class NarrowProxy implements AutoCloseable {
  /// What a client that sends a long body gets to see.
  enum Rudeness {
    /// 413 after the headers, or a reset that overtakes it.
    ANSWERS,
    /// A closed connection.
    CLOSES,
    /// A connection that is torn down while the body is being written: a broken pipe.
    BREAKS
  }

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

  private final ServerSocket socket;
  private final URI behind;
  private final int longestBody;
  private final Rudeness rudeness;
  private final AtomicInteger refused = new AtomicInteger();

  NarrowProxy(URI behind, int longestBody, Rudeness rudeness) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.behind = behind;
    this.longestBody = longestBody;
    this.rudeness = rudeness;
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
      if (bodyLength(head) > longestBody) {
        refused.incrementAndGet();
        if (rudeness == Rudeness.BREAKS) {
          client.getInputStream().readNBytes(longestBody / 10);
          client.setSoLinger(true, 0);
        } else if (rudeness == Rudeness.ANSWERS) {
          client.getOutputStream().write("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
        }
        return;
      }
      forward(client, head);
    } catch (IOException e) {
      // the client is told by the closed connection
    }
  }

  private void forward(Socket client, String head) throws IOException {
    try (var server = new Socket(behind.getHost(), behind.getPort())) {
      pass(client, server, head);
      server.getInputStream().transferTo(client.getOutputStream());
    }
  }

  /// Passes a request on, after which the server closes its connection.
  static void pass(Socket client, Socket server, String head) throws IOException {
    String closing = head.replaceFirst("(?i)\r\nconnection: *[a-z-]+", "\r\nConnection: close");
    server.getOutputStream().write(closing.getBytes(StandardCharsets.US_ASCII));
    server.getOutputStream().write(client.getInputStream().readNBytes(bodyLength(head)));
    server.getOutputStream().flush();
  }

  private static int bodyLength(String head) {
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }

  static String head(InputStream in) throws IOException {
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
