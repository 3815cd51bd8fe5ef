package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `sem server` over real sockets and files, on a computer without a keyring.
class ServerCliIT {
  private static final String USER = "admin@example.org";
  private static final String PASSWORD = "planted-password-4711";

  @TempDir
  Path data;
  private final SimulatedThingsBoard board = new SimulatedThingsBoard(Sem.CLOCK, 7);
  private ThingsBoardServer server;
  private String apiKey = "";

  @BeforeEach
  void start() {
    board.addTenantAdmin(USER, PASSWORD);
    apiKey = board.createApiKey(USER);
    server = ThingsBoardServer.start(board, ServerFaults.NONE, 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Sem sem() {
    return new Sem(data);
  }

  private String url() {
    return server.uri().toString();
  }

  @Test
  void aSignInIsTriedKeptUsedAndForgotten() {
    var kept = sem().runWith(apiKey + "\n", "server", "sign-in", "--server", url(), "--api-key-file", "-").ends(0);
    assertTrue(kept.out().contains("is kept in the encrypted file"), kept.out());
    sem().run("server", "devices").ends(0);
    sem().run("server", "sign-out").ends(0);
    var forgotten = sem().run("server", "devices").ends(2);
    assertTrue(forgotten.err().contains("The API key is missing"), forgotten.err());
  }

  @Test
  void aWrongSignInIsNotKept() {
    var refused = sem().runWith("tb_wrong\n", "server", "sign-in", "--server", url(), "--api-key-file", "-").ends(1);
    assertTrue(refused.err().contains("does not accept the sign-in"), refused.err());
    assertTrue(refused.err().contains("Nothing was kept"), refused.err());
    assertFalse(Files.exists(data.resolve("secrets.json")));
  }

  @Test
  void theTestSaysEachStep() {
    var test = new Sem(data, Map.of("SEM_API_KEY", apiKey)).run("server", "test", "--server", url(), "--json");
    assertEquals(List.of("reach", "thingsboard", "sign-in", "devices", "meters", "clock"),
        test.list("steps").stream().map(step -> step.text("step")).toList());
    assertEquals(3, test.exitCode(), "the laptop's clock of this test is years away: " + test.out());
    var nobody = sem().run("server", "test", "--server", "http://127.0.0.1:1", "--device-tokens").ends(1);
    assertTrue(nobody.out().startsWith("FAILED "), nobody.out());
  }

  @Test
  void aServersDateIsRememberedForTheLaptopsClockAndAPortalsIsNot() throws IOException {
    var env = new Sem(data, Map.of("SEM_API_KEY", apiKey));
    try (var portal = ThingsBoardServer.start(board, ServerFaults.parse("any:html"), 0)) {
      var run = env.run("sync", "--server", portal.uri().toString()).ends(1);
      assertTrue(run.err().contains("a web page"), run.err());
    }
    assertFalse(Files.exists(data.resolve("laptop-clock.json")), "a portal's clock is anybody's");
    env.run("sync", "--server", url()).ends(0);
    assertTrue(Files.readString(data.resolve("laptop-clock.json")).contains(url()));
  }

  @Test
  void noSecretIsEverAnArgument() {
    for (String command : List.of("server sign-in", "server devices", "server test", "sync")) {
      var args = new ArrayList<>(List.of(command.split(" ")));
      args.addAll(List.of("--server", url(), "--api-key", apiKey));
      var refused = sem().run(args.toArray(String[]::new));
      assertEquals(2, refused.exitCode(), command);
    }
    assertEquals(2, sem().run("server", "sign-in", "--password", PASSWORD).exitCode());
  }

  @Test
  void tokensAreShownOnlyWhenAsked() {
    board.addDevice("Flat 1", "SEM", "token-00000000000001");
    var env = new Sem(data, Map.of("SEM_API_KEY", apiKey));
    assertFalse(env.run("server", "devices", "--server", url()).ends(0).out().contains("token-0"));
    assertTrue(env.run("server", "devices", "--server", url(), "--tokens").ends(0).out().contains("token-0"));
    assertEquals("Flat 1", env.run("server", "devices", "--server", url(), "--json").ends(0).list("devices").getFirst()
        .text("name"));
  }

  @Test
  void aDeviceIsPreparedForAMeterAndItsTokenForNoOtherOneUnlessInsistedOn() {
    board.addDevice("Flat = 1", "SEM", "token-00000000000001");
    var env = new Sem(data, Map.of("SEM_API_KEY", apiKey));
    String first = "SEM-24:6f:28:00:00:01";
    String second = "SEM-24:6f:28:00:00:02";
    env.run("server", "devices", "--server", url(), "--prepare", first + "=Flat = 1").ends(0);
    assertEquals("Flat = 1", sem().run("init", "list", "--json").ends(0).list("setUps").getFirst().text("name"));
    var refused = env.run("server", "devices", "--server", url(), "--prepare", second + "=Flat = 1").ends(1);
    assertTrue(refused.err().contains("is prepared for " + first), refused.err());
    assertTrue(refused.err().contains("--insist"), refused.err());
    var shown = env.run("server", "devices", "--server", url(), "--prepare", second + "=Flat = 1", "--insist").ends(0);
    assertTrue(shown.out().contains(second), shown.out());
    assertFalse(shown.out().contains("token-0"), shown.out());
    env.run("server", "devices", "--server", url(), "--prepare", second + "=Attic").ends(1);
    assertEquals(1, sem().run("init", "list", "--json").ends(0).list("setUps").size());
  }

  @Test
  void theDashboardIsInstalledAndReplaced() {
    var env = new Sem(data, Map.of("SEM_PASSWORD", PASSWORD));
    for (String done : List.of("installed", "replaced")) {
      var run = env.run("server", "dashboard", "install", "--server", url(), "--user", USER).ends(0);
      assertTrue(run.out().contains("is " + done), run.out());
    }
    assertEquals(1, board.dashboards().size());
    assertTrue(sem().run("server", "dashboard").ends(0).json().text("title").equals("SEM energy meters"));
  }

  @Test
  void firmwareIsListedDownloadedAndHeldWithoutANetwork() {
    var image = Bytes.copyOf(new byte[]{1, 2, 3});
    board.addFirmware("SEM", "sem", "113", "SHA256", image.sha256(), image);
    board.addFirmware("SEM", "sem", "114", "SHA256", "00", image);
    var env = new Sem(data, Map.of("SEM_API_KEY", apiKey));
    assertEquals(2, env.run("server", "firmware", "list", "--server", url(), "--json").ends(0).list("packages").size());
    var part = env.run("server", "firmware", "download", "--server", url()).ends(3);
    assertTrue(part.err().contains("does not have the checksum"), part.err());
    env.run("server", "firmware", "download", "--server", url(), "--version", "113").ends(0);
    env.run("server", "firmware", "download", "--server", url(), "--version", "999").ends(1);
    server.close();
    assertEquals("113",
        sem().run("server", "firmware", "list", "--held", "--json").ends(0).list("packages").getFirst()
            .text("version"));
  }

  @Test
  void noFileOfTheDataFolderHoldsTheSecret() throws IOException {
    var stdin = sem().runWith(apiKey + "\n", "server", "sign-in", "--server", url(), "--api-key-file", "-").ends(0);
    var password = sem().runWith(PASSWORD + "\n", "server", "sign-in", "--server", url(), "--user", USER,
        "--password-file", "-").ends(0);
    var outputs = new StringBuilder(stdin.out() + stdin.err() + password.out() + password.err());
    for (String command : List.of("server test", "server devices", "server dashboard install", "sync", "meters",
        "journal verify"))
      outputs.append(sem().run(command.split(" ")).out());
    server.close();
    outputs.append(sem().run("sync").err());
    board.revokeApiKey(apiKey);
    List<String> secrets = List.of(apiKey, PASSWORD);
    secrets.forEach(secret -> assertFalse(outputs.toString().contains(secret), outputs.toString()));
    int files = 0;
    try (Stream<Path> all = Files.walk(data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        secrets.forEach(secret -> assertFalse(text.contains(secret), file.toString()));
        files++;
      }
    }
    assertTrue(files > 3, "settings, database, log and the encrypted file are there");
  }
}
