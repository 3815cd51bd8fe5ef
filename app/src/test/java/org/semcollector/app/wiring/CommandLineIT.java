package org.semcollector.app.wiring;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.simulated.SimulatedServer;
import org.semcollector.app.wiring.Sem.Run;
import org.semcollector.protocol.simulator.SimulatedFirmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Options, `sem sync` against a simulated ThingsBoard, and `sem simulate` as a program of its own.
class CommandLineIT {
  @TempDir
  Path data;

  @Test
  void optionsStandBeforeOrAfterTheCommand() throws IOException {
    Path other = Files.createDirectories(data.resolve("other"));
    try (var site = SiteFixture.start(1)) {
      new Sem(other).run("collect", "--url", site.url(0), "--ssid", site.ssid(0).value()).ends(0);
      var sem = new Sem(data);
      Run after = sem.exactly("meters", "--data-dir", other.toString(), "--json").ends(0);
      assertTrue(after.out().contains(site.ssid(0).value()));
      assertEquals(after, sem.exactly("--data-dir", other.toString(), "--json", "meters").ends(0));
      assertEquals(after, sem.exactly("--json", "meters", "--data-dir", other.toString()).ends(0));
      assertEquals(0, sem.exactly("journal", "verify", "--data-dir", other.toString()).exitCode());
      assertEquals(after, new Sem(data, Map.of("SEM_DATA_DIR", other.toString())).exactly("meters", "--json"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--nonsense", "meters --nonsense", "nonsense", "collect",
      "collect --all --ssid SEM-24:6f:28:00:00:01",
      "collect --all --erase maybe", "scan --simulated 0", "scan --simulated 101", "export", "chart --all",
      "chart --all --view fortnight --out x.png", "analyse", "analyse --all --band x",
      "analyse --all --price 1 --band x:y:1-2:3",
      "analyse --all --from 2026-11-02 --to 2026-11-01", "analyse --all --weekend never", "analyse --all --co2 -1",
      "chart --all --view day --out x.png --width 1", "sync --server ftp://x",
      "sync", "simulate --port 70000", "simulate --meters 0", "simulate --faults nonsense", "bench nothing",
      "demo --meters 0", "image", "meter", "init", "init prepare", "flash --image x --version 1.0.3",
      "flash --ssid SEM-24:6f:28:00:00:01 --image x --version y", "visits --meter me", "journal", "collect --ssid me",
      "decode",
      "collect --simulated 2 --url http://127.0.0.1:1 --ssid SEM-24:6f:28:00:00:01"})
  void wrongUsageEndsWithTwo(String line) {
    Run run = new Sem(data).run(line.split(" ", -1)).ends(2);
    assertEquals("", run.out());
    assertFalse(run.err().isBlank());
  }

  @Test
  void aFirmwareFileIsWholeOrTheFirstFaultIsNamed() throws IOException {
    Path file = data.resolve("sem.bin");
    Files.write(file, SimulatedFirmware.image(50_000, 3).toArray());
    Run sound = new Sem(data).run("image", file.toString()).ends(0);
    assertTrue(sound.out().startsWith("Sound: 50080 of 1048576 bytes, for ESP32, 1 segments"), sound.out());
    assertEquals("ESP32", new Sem(data).run("image", file.toString(), "--json").ends(0).json().get("chip"));
    byte[] bytes = Files.readAllBytes(file);
    bytes[700] ^= 1;
    Files.write(file, bytes);
    Run refused = new Sem(data).run("image", file.toString()).ends(1);
    assertTrue(refused.err().contains("must not be sent") && refused.err().contains("check sum"), refused.err());
    assertEquals("", refused.out());
    new Sem(data).run("image", data.toString()).ends(1);
    new Sem(data).run("image", data.resolve("none").toString()).ends(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "demo", "scan", "collect", "decode", "correct", "meters", "visits", "export", "chart",
      "analyse", "sync", "journal verify", "rebuild", "meter set", "image", "init", "init prepare", "init list",
      "flash", "health", "recorrect", "outages",
      "simulate", "bench", "server", "server test", "server sign-in", "server sign-out", "server devices",
      "server dashboard install", "server firmware list", "server firmware download"})
  void everyCommandHelps(String command) {
    Run run = new Sem(data).exactly((command + " --help").strip().split(" ", -1)).ends(0);
    for (String option : List.of("--data-dir", "--json", "--help"))
      assertTrue(run.out().contains(option), run.out());
  }

  @Test
  void syncProvesWithAKeyAndOnlyHandsInWithout() throws IOException {
    try (var site = SiteFixture.start(2); var server = SimulatedServer.start(site.meters().site(), Sem.CLOCK, 0)) {
      var sem = new Sem(data);
      for (int i = 0; i < 2; i++)
        sem.run("collect", "--url", site.url(i), "--ssid", site.ssid(i).value()).ends(0);
      int readings = sem.run("export", "--all").lines().size() - 1;
      String uri = server.uri().toString();

      Run tokens = sem.run("sync", "--server", uri, "--json").ends(3);
      assertEquals(List.of("proven", "accepted", "refused", "waiting", "deleted", "lost", "firmware", "signInRefused",
          "cancelled", "problems"),
          tokens.json().names());
      assertEquals(List.of(0, readings, 0, 0), counts(tokens));

      Path key = Files.writeString(data.resolve("key.txt"), server.apiKey() + "\n");
      assertEquals(List.of(readings, 0, 0, 0),
          counts(sem.run("sync", "--server", uri, "--api-key-file", key.toString(), "--json").ends(0)));
      assertEquals(readings, server.storedReadings());
      var withVariable = new Sem(data, Map.of("SEM_API_KEY", server.apiKey()));
      assertEquals(List.of(0, 0, 0, 0), counts(withVariable.run("sync", "--server", uri, "--json").ends(0)));
      assertEquals(List.of(0, 0),
          sem.run("meters", "--json").list("meters").stream().map(row -> row.number("unproven"))
              .toList());
      Files.writeString(key, "\n");
      assertTrue(sem.run("sync", "--server", uri, "--api-key-file", key.toString()).ends(1).err().contains("key.txt"));
    }
  }

  @Test
  void aDeadServerIsAFailureAndEverythingWaits() throws IOException {
    try (var site = SiteFixture.start(1)) {
      var sem = new Sem(data, Map.of("SEM_API_KEY", "k"));
      sem.run("collect", "--url", site.url(0), "--ssid", site.ssid(0).value()).ends(0);
      int port;
      try (var socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }
      Run nothing = new Sem(data.resolve("empty")).run("sync", "--server", "http://127.0.0.1:" + port).ends(1);
      assertTrue(nothing.err().contains("could not be reached. What is not proven yet stays"), nothing.err());
      Run run = sem.run("sync", "--server", "http://127.0.0.1:" + port).ends(1);
      assertFalse(run.err().isBlank());
      assertTrue(run.out().startsWith("0 readings proven, 0 accepted, 0 refused, "), run.out());
    }
  }

  @Test
  void simulateSaysWhereItsMetersAnswer() throws Exception {
    var sem = new Sem(data, Map.of(), Clock.systemUTC());
    Process simulator = sem.child("simulate", "--meters", "2", "--days", "5", "--thingsboard", "--json");
    try {
      Document said = document(simulator.inputReader());
      List<Document> meters = said.list("meters");
      assertEquals(2, meters.size());
      for (Document meter : meters) {
        assertEquals(List.of("ssid", "name", "url"), meter.names());
        Run run = sem.run("collect", "--url", meter.text("url"), "--ssid", meter.text("ssid"),
            "--erase", "never").ends(0);
        assertTrue(run.out().contains("new readings"), run.out());
      }
      assertEquals(0, sem.runWith(said.text("apiKey") + "\n", "sync", "--server", said.text("thingsboard"),
          "--api-key-file", "-").exitCode());
    } finally {
      simulator.destroy();
      simulator.waitFor();
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() throws IOException {
    try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      String port = "" + taken.getLocalPort();
      Run run = new Sem(data).run("simulate", "--meters", "1", "--days", "1", "--port", port).ends(1);
      assertTrue(run.err().contains(port) && run.err().lines().count() == 1, run.err());
    }
  }

  private static List<Integer> counts(Run run) {
    return List.of("proven", "accepted", "refused", "waiting").stream()
        .map(name -> run.json().number(name)).toList();
  }

  /// Reads up to the line that ends the document; the program goes on.
  private static Document document(BufferedReader reader) throws IOException {
    var text = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      text.append(line).append('\n');
      if (line.equals("}"))
        return Document.parse(text.toString());
    }
    throw new IOException("ended early: " + text);
  }
}
