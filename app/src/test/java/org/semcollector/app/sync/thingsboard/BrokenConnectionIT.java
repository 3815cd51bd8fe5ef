package org.semcollector.app.sync.thingsboard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.sync.Trouble.Cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a connection that the other side tears down throws at the one who writes, and what is made of it.
class BrokenConnectionIT {
  @Test
  @EnabledOnOs(OS.LINUX)
  void aBrokenPipeIsARequestThatTheServerMayHaveDone() throws IOException {
    IOException broken = brokenPipe();
    assertTrue(String.valueOf(broken.getMessage()).contains("Broken pipe"), broken.toString());
    Trouble.RetryLater later = assertInstanceOf(Trouble.RetryLater.class, Wire.trouble(broken));
    assertEquals(Cause.NO_REPLY, later.cause());
  }

  /// The reset is heard first; whoever writes on finds the pipe broken.
  private static IOException brokenPipe() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = new Socket(server.getInetAddress(), server.getLocalPort())) {
      Socket accepted = server.accept();
      accepted.setSoLinger(true, 0);
      accepted.close();
      assertThrows(IOException.class, () -> client.getInputStream().read());
      return assertThrows(IOException.class, () -> {
        for (int i = 0; i < 3; i++) {
          client.getOutputStream().write(new byte[1_000]);
        }
      });
    }
  }
}
