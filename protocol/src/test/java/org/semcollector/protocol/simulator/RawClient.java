package org.semcollector.protocol.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A bare socket to a simulated server, so that tests see the very bytes.
final class RawClient implements AutoCloseable {
  private final Socket socket;

  RawClient(URI uri) throws IOException {
    socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(5000);
  }

  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /// Exactly so many bytes.
  String receive(int length) throws IOException {
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  /// Everything until the server closes; fails when it does not.
  String receiveAll() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /// Everything that comes before the server falls silent for so long.
  ///
  /// @throws IOException when the server closes instead
  String receiveUntilSilent(int millis) throws IOException {
    socket.setSoTimeout(millis);
    var received = new ByteArrayOutputStream();
    try {
      int next;
      while ((next = socket.getInputStream().read()) >= 0) {
        received.write(next);
      }
    } catch (SocketTimeoutException _) {
      return received.toString(StandardCharsets.ISO_8859_1);
    }
    throw new IOException("closed after " + received);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
