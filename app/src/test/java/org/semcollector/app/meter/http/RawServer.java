package org.semcollector.app.meter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that notes what arrives byte for byte and answers whatever a test wants.
final class RawServer implements AutoCloseable {
  /// Answers one request, whose head (with the empty line) was read.
  interface Answer {
    void to(String head, Socket socket, OutputStream out) throws IOException;
  }

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final Answer answer;

  private RawServer(Answer answer) throws IOException {
    this.answer = answer;
  }

  static RawServer answering(Answer answer) throws IOException {
    var server = new RawServer(answer);
    Thread.ofVirtual().name("raw-server").start(server::serve);
    return server;
  }

  static RawServer saying(String reply) throws IOException {
    return answering((_, _, out) -> out.write(reply.getBytes(StandardCharsets.ISO_8859_1)));
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  List<String> heads() {
    return heads;
  }

  int connectionCount() {
    return connections.size();
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.add(socket);
        Thread.ofVirtual().name("raw-connection").start(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      for (String head = head(socket.getInputStream()); !head.isEmpty(); head = head(socket.getInputStream())) {
        heads.add(head);
        answer.to(head, socket, socket.getOutputStream());
        socket.getOutputStream().flush();
      }
    } catch (IOException e) {
      // the client went away, which some tests want
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0)
        return "";
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
