package org.semcollector.app.meter.http;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A meter is asked from the own address that was said: all of 127.0.0.0/8 is this computer, on Linux.
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OwnAddressIT {
  @Test
  void aMeterIsAskedFromTheOwnAddressInItsNetwork() throws Exception {
    InetAddress own = InetAddress.getByAddress(new byte[]{127, 0, 0, 77});
    assertEquals(own, askedFrom(Optional.of(own)));
    assertEquals(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), askedFrom(Optional.empty()));
  }

  private static InetAddress askedFrom(Optional<InetAddress> own) throws Exception {
    try (var server = new ServerSocket()) {
      server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0));
      CompletableFuture<InetAddress> seen = CompletableFuture.supplyAsync(() -> answer(server));
      URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort());
      try (var client = new HttpMeterClients().open(uri, own)) {
        assertEquals(200, client.get(Endpoint.VERSION, Progress.NONE).status());
      }
      return seen.get(30, TimeUnit.SECONDS);
    }
  }

  private static InetAddress answer(ServerSocket server) {
    try (Socket socket = server.accept(); OutputStream out = socket.getOutputStream()) {
      out.write("HTTP/1.1 200\r\nContent-Length: 3\r\n\r\n102".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return socket.getInetAddress();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
