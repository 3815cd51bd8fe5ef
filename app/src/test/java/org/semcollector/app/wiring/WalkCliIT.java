package org.semcollector.app.wiring;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.wiring.Sem.Run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Walk mode and the Wi-Fi passwords, as a script uses them.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class WalkCliIT {
  private static final String SSID = "SEM-24:6f:28:00:00:01";
  private static final String PASSWORD = "correct-horse-battery";

  @TempDir
  private Path data;

  @Test
  void aWalkVisitsEveryMeterNamesTheFailuresAndGoesOnLater() {
    var sem = new Sem(data, Map.of(), new PassingClock());
    String[] walk = {"collect", "--all", "--watch", "--simulated", "15", "--mishaps", "20"};
    Run first = sem.run(walk).ends(3);
    assertTrue(first.out().contains("The walk is complete: 12 done · 3 failed."), first.out());
    assertTrue(first.out().contains("is not in range"), first.out());
    assertTrue(first.out().contains("needs a password and none is known"), first.out());
    assertTrue(first.out().contains("The connection ended inside the readings"), first.out());
    assertTrue(first.err().contains("Walk on: nothing is left to do here. Still missing: SEM-"), first.err());
    Run second = sem.run("collect", "--all", "--watch", "--simulated", "15", "--mishaps", "20", "--json").ends(3);
    assertEquals("complete", second.json().text("ending"));
    assertEquals(List.of(), second.list("meters"), "nobody is visited twice");
    assertEquals(15, second.list("route").size());
    Run third = sem.run("collect", "--all", "--watch", "--simulated", "15", "--again", "--json").ends(0);
    assertEquals(3, third.list("meters").size());
  }

  @Test
  void aSiteThatNobodyNotedIsNotWalked() {
    var sem = new Sem(data);
    sem.run("collect", "--all", "--watch", "--site", "Nowhere", "--simulated", "2").ends(1);
    assertTrue(sem.run("collect", "--all", "--site", "Nowhere").ends(2).err().contains("--watch"));
    assertTrue(sem.run("collect", "--ssid", SSID, "--watch").ends(2).err().contains("--all"));
    assertTrue(sem.run("collect", "--all", "--watch", "--every", "soon", "--simulated", "2").ends(2).err()
        .contains("30m"));
    assertTrue(sem.run("collect", "--all", "--watch", "--mishaps", "51", "--simulated", "2").ends(2).err()
        .contains("0 to 50"));
  }

  @Test
  void withoutRadioAWalkSaysSoAndWhatToDo() {
    Run run = new Sem(data).run("collect", "--all", "--watch").ends(1);
    assertTrue(run.err().contains("Wi-Fi menu"), run.err());
  }

  @Test
  void aWalkThatIsToldToStopEndsInOrder() throws Exception {
    var sem = new Sem(data, Map.of());
    Process child = sem.child("collect", "--all", "--watch", "--simulated", "30");
    var said = new ArrayList<String>();
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said.add(line);
        if (line.contains("new readings") && child.isAlive())
          child.toHandle().destroy(); // unlike the process itself this leaves its output readable
      }
    }
    child.waitFor();
    String all = String.join("\n", said);
    assertTrue(all.contains("Stopping at the next safe point."), all);
    assertTrue(all.contains("The walk was stopped; what was collected is safe"), all);
    assertFalse(all.contains("database"), all);
    sem.exactly("journal", "verify", "--data-dir", data.resolve("simulated").toString()).ends(0);
    assertTrue(sem.exactly("meters", "--data-dir", data.resolve("simulated").toString()).ends(0).lines().size() >= 2);
  }

  @Test
  void aWalkThatIsKilledGoesOnWithTheMetersThatAreLeft() throws Exception {
    var sem = new Sem(data, Map.of());
    Process child = sem.child("collect", "--all", "--watch", "--simulated", "6");
    var done = new ArrayList<String>();
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (!line.contains("new readings"))
          continue;
        done.add(line);
        if (done.size() == 3)
          child.toHandle().destroyForcibly(); // unlike the process itself this leaves its output readable
      }
    }
    child.waitFor();
    assertTrue(done.size() >= 3 && done.size() < 6, done.toString());
    String folder = data.resolve("simulated").toString();
    sem.exactly("journal", "verify", "--data-dir", folder).ends(0);

    Process rest = sem.child("collect", "--all", "--watch", "--simulated", "6");
    List<String> said = rest.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertEquals(0, rest.waitFor(), said.toString());
    List<String> visited = said.stream().filter(line -> line.endsWith("joining …"))
        .map(line -> line.substring(0, SSID.length())).distinct().toList();
    // The visit that the kill cut off, or whose end was not noted any more, is made again: nothing is doubled by it.
    for (String line : done.subList(0, 2))
      assertTrue(visited.stream().noneMatch(line::contains), visited + " after " + line);
    assertTrue(visited.size() >= 6 - done.size(), visited + " after " + done);
    List<Document> meters = sem.exactly("meters", "--json", "--data-dir", folder).ends(0).list("meters");
    assertEquals(6, meters.size());
    meters.forEach(meter -> assertEquals("done", meter.get("lastOutcome"), meter.text("ssid")));
  }

  @Test
  void passwordsAreKeptAsSecretsAndNowhereElse() throws Exception {
    var sem = new Sem(data, Map.of("SEM_WIFI_PASSWORD", PASSWORD));
    assertTrue(sem.run("wifi", "password").ends(0).out().contains("No password for all meters"));
    assertTrue(sem.run("wifi", "password", "set").ends(0).out().contains("all meters is kept in"));
    sem.runWith("its-own-password\n", "wifi", "password", "set", "--meter", SSID, "--password-file", "-").ends(0);
    assertEquals(true, sem.run("wifi", "password", "--json").ends(0).json().get("allMeters"));
    sem.runWith("short\n", "wifi", "password", "set", "--password-file", "-").ends(1);
    for (String secret : List.of(PASSWORD, "its-own-password", "short"))
      assertNowhere(secret);
    sem.run("wifi", "password", "forget").ends(0);
    assertEquals(false, sem.run("wifi", "password", "--json").ends(0).json().get("allMeters"));
    assertTrue(new Sem(data).run("wifi", "password", "set").ends(2).err().contains("SEM_WIFI_PASSWORD"));
  }

  private void assertNowhere(String secret) throws Exception {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret),
            file.toString());
    }
  }
}
