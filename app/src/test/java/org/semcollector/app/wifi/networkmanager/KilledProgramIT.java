package org.semcollector.app.wifi.networkmanager;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.wifi.networkmanager.MockedNetworkManager.Radio;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A program that dies in a meter's network gives everything back all the same.
class KilledProgramIT {
  private static final String METER = "SEM-24:6f:28:00:00:01";

  @TempDir
  private Path folder;
  private MockedNetworkManager nm;

  @BeforeEach
  void start() throws Exception {
    TestBus.requireTools();
    nm = MockedNetworkManager.start(folder);
    String device = nm.addRadio("wlan0");
    nm.joinNetwork(device, "Home", nm.add(device, Radio.of("Home", "00:11:22:33:44:55", 71)));
    nm.add(device, Radio.of(METER, METER.substring(4), 82));
  }

  @AfterEach
  void stop() {
    if (nm != null)
      nm.close();
  }

  @Test
  void killedWhileJoinedNothingIsLeftAndTheFormerNetworkIsBack() throws Exception {
    Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
        JoinAndStay.class.getName(), nm.address(), METER, "right-horse-battery")
        .redirectError(folder.resolve("program.log").toFile()).start();
    try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
      String line;
      do {
        line = Objects.requireNonNull(said.readLine(), "the program ended");
      } while (!line.startsWith(JoinAndStay.JOINED));
      assertEquals(JoinAndStay.JOINED + METER, line);
      assertEquals(List.of("wlan0=" + METER), nm.texts("InUse"));
    } finally {
      TestBus.end(program);
    }
    nm.await(List.of("wlan0=Home"), "InUse");
    assertEquals(List.of("Home"), nm.texts("Profiles"));
    nm.await(List.of(), "Agents");
  }
}
