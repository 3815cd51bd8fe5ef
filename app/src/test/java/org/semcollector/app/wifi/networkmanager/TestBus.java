package org.semcollector.app.wifi.networkmanager;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A bus of its own, by the real `dbus-daemon`.
final class TestBus implements AutoCloseable {
  /// Debian's, which has python3-dbus; another one in the path has not.
  static final String PYTHON = "/usr/bin/python3";
  private static final String DAEMON = "dbus-daemon";

  private final Process daemon;
  private final String address;

  private TestBus(Process daemon, String address) {
    this.daemon = daemon;
    this.address = address;
  }

  /// Skips the test where the packages dbus and python3-dbusmock are not installed, but never where they have to be.
  static void requireTools() {
    boolean required = "1".equals(System.getenv("SEM_ALL_TESTS"));
    boolean there = Files.isExecutable(Path.of(PYTHON)) && succeeds(PYTHON, "-c", "import dbusmock, gi")
        && succeeds(DAEMON, "--version");
    assertTrue(there || !required, "dbus and python3-dbusmock must be installed here");
    assumeTrue(there, "dbus and python3-dbusmock are not installed");
  }

  private static boolean succeeds(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  static TestBus start(Path folder) throws IOException {
    Process daemon = new ProcessBuilder(List.of(DAEMON, "--session", "--nofork", "--nopidfile", "--print-address",
        "--address=unix:path=" + Files.createTempDirectory(folder, "bus").resolve("socket")))
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said = daemon.inputReader(StandardCharsets.UTF_8);
    String address = said.readLine();
    assertTrue(address != null && !address.isBlank(), "dbus-daemon did not start");
    int comma = address.indexOf(',');
    return new TestBus(daemon, comma < 0 ? address : address.substring(0, comma));
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    end(daemon);
  }

  static void end(Process process) {
    process.destroyForcibly();
    try {
      assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
