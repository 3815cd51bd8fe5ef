package org.semcollector.protocol.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import static org.junit.jupiter.api.Assertions.assertThrows;

/// A bare socket to a simulated server, so that tests see the very bytes.
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  RawClient(URI uri) throws IOException {
    this(uri, 64 * 1024);
  }

  /// @param receiveBuffer how much the operating system may take in before anybody reads
  RawClient(URI uri, int receiveBuffer) throws IOException {
    socket = new Socket();
    socket.setReceiveBufferSize(receiveBuffer);
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
  }

  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /// Exactly so many bytes.
  String receive(int length) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  /// Everything until the server closes; fails when it does not.
  String receiveAll() throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /// One whole reply, or what came of it before the server closed.
  String receiveReply() throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    var received = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    String text = "";
    int count;
    while (!isWhole(text) && (count = socket.getInputStream().read(buffer)) >= 0) {
      received.write(buffer, 0, count);
      text = received.toString(StandardCharsets.ISO_8859_1);
    }
    return text;
  }

  private static boolean isWhole(String reply) {
    return reply.endsWith("\r\n0\r\n\r\n") || reply.endsWith("Content-Length: 0\r\n\r\n");
  }

  /// Fails unless the server says nothing for so long and keeps the connection.
  void expectSilence(int millis) throws IOException {
    socket.setSoTimeout(millis);
    assertThrows(SocketTimeoutException.class, () -> {
      int next = socket.getInputStream().read();
      throw new AssertionError(next < 0 ? "closed" : "not silent");
    });
  }

  /// How many bytes come before the server falls silent for so long with the connection open.
  int receiveUntilSilent(int millis) throws IOException {
    socket.setSoTimeout(millis);
    var buffer = new byte[8192];
    int total = 0;
    try {
      int count;
      while ((count = socket.getInputStream().read(buffer)) >= 0) {
        total += count;
      }
    } catch (SocketTimeoutException _) {
      return total;
    }
    throw new IOException("closed after " + total + " bytes");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
