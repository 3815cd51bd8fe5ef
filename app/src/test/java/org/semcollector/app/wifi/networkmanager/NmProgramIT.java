package org.semcollector.app.wifi.networkmanager;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.Main;
import org.semcollector.app.wifi.networkmanager.MockedNetworkManager.Radio;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Programs of their own on the system bus: the whole one finds the radio, and one that dies in a meter's network gives
/// everything back all the same.
class NmProgramIT {
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

  private Process start(Class<?> main, String... args) throws IOException {
    var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
        main.getName()));
    line.addAll(List.of(args));
    var builder = new ProcessBuilder(line).redirectError(folder.resolve("program.log").toFile());
    builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", nm.address());
    return builder.start();
  }

  @Test
  void theProgramHearsThroughTheSystemBus() throws Exception {
    Process program = start(Main.class, "scan", "--json", "--data-dir", folder.resolve("data").toString());
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, program.waitFor(), () -> text(folder.resolve("program.log")));
    JsonNode meters = JsonMapper.shared().readTree(said).at("/meters");
    assertEquals(1, meters.size(), said);
    assertEquals(METER, meters.at("/0/ssid").asString());
    assertEquals(-51, meters.at("/0/signalDbm").asInt());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void killedWhileJoinedNothingIsLeftAndTheFormerNetworkIsBack() throws Exception {
    Process program = start(JoinAndStay.class, nm.address(), METER, "right-horse-battery");
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
