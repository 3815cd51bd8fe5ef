package org.semcollector.app.wiring;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.wiring.Sem.Run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `sem collect` and `sem scan` over real sockets, as a script sees them.
class CollectCliIT {
  @TempDir
  Path data;

  private Sem sem;

  @BeforeEach
  void command() {
    sem = new Sem(data);
  }

  @Test
  void collectPrintsTheDocumentedJsonAndErases() {
    try (var site = SiteFixture.start(1)) {
      int readings = site.flash(0).size();
      assertTrue(readings > 100);
      Run run = sem.run("collect", "--url", site.url(0), "--ssid", site.ssid(0).value(), "--json").ends(0);
      Document meter = run.list("meters").getFirst();
      assertEquals(
          List.of("ssid", "state", "newReadings", "knownReadings", "erased", "journal", "from", "to", "outages",
              "clockLagSeconds", "sentence"),
          meter.names());
      assertEquals(site.ssid(0).value(), meter.get("ssid"));
      assertEquals("done", meter.get("state"));
      assertEquals(readings, meter.get("newReadings"));
      assertEquals(0, meter.get("knownReadings"));
      assertEquals(true, meter.get("erased"));
      assertTrue(Files.isDirectory(data.resolve("journal").resolve(meter.text("journal"))));
      assertEquals(1, run.list("meters").size());
      assertEquals(List.of(), site.flash(0));

      Document again = sem.run("collect", "--url", site.url(0), "--ssid", site.ssid(0).value(), "--json").ends(0)
          .list("meters").getFirst();
      assertEquals(List.of("done", 0, 0),
          List.of(again.get("state"), again.get("newReadings"), again.get("knownReadings")));
    }
  }

  @Test
  void whatIsNotErasedIsKnownTheSecondTime() {
    try (var site = SiteFixture.start(1)) {
      int readings = site.flash(0).size();
      String[] collect = {"collect", "--url", site.url(0), "--ssid", site.ssid(0).value(), "--erase", "never",
          "--json"};
      Document first = sem.run(collect).ends(0).list("meters").getFirst();
      Document second = sem.run(collect).ends(0).list("meters").getFirst();
      assertEquals(List.of(readings, 0, false),
          List.of(first.get("newReadings"), first.get("knownReadings"), first.get("erased")));
      assertEquals(List.of(0, readings, false),
          List.of(second.get("newReadings"), second.get("knownReadings"), second.get("erased")));
      assertEquals(readings, site.flash(0).size());
    }
  }

  @ParameterizedTest
  @CsvSource({"version:500,1", "telemetry#1:cut@1000,1", "telemetry#1:html,1", "telemetry#2:500,3", "reset:500,3",
      "reset:half,3", "any:500,1"})
  void aFaultEndsInOneSentence(String faults, int exitCode) {
    try (var site = SiteFixture.start(1, faults)) {
      Run run = sem.run("collect", "--url", site.url(0), "--ssid", site.ssid(0).value()).ends(exitCode);
      assertEquals(1, run.lines().size(), run.out());
      assertTrue(run.out().startsWith(site.ssid(0) + ": ") && run.out().strip().endsWith("."), run.out());
    }
  }

  @Test
  void withoutANameTheMeterIsKnownByItsToken() {
    try (var site = SiteFixture.start(2)) {
      sem.run("collect", "--url", site.url(0), "--ssid", site.ssid(0).value(), "--erase", "never").ends(0);
      Document known = sem.run("collect", "--url", site.url(0), "--json").ends(0).list("meters").getFirst();
      assertEquals(site.ssid(0).value(), known.get("ssid"));
      assertEquals(0, known.get("newReadings"));
      Document unknown = sem.run("collect", "--url", site.url(1), "--json", "--erase", "never").ends(0).list("meters")
          .getFirst();
      assertTrue(unknown.text("ssid").startsWith("SEM-02:"), unknown.toString());
      Document again = sem.run("collect", "--url", site.url(1), "--json").ends(0).list("meters").getFirst();
      assertEquals(List.of(unknown.get("ssid"), 0), List.of(again.get("ssid"), again.get("newReadings")));
    }
  }

  @Test
  void aMeterWithoutTokenNeedsAName() {
    try (var site = SiteFixture.start(5)) {
      int readings = site.flash(4).size();
      Run refused = sem.run("collect", "--url", site.url(4)).ends(2);
      assertEquals(1, refused.err().lines().count());
      assertTrue(refused.err().contains("--ssid") && refused.err().contains("no token"), refused.err());
      assertEquals(readings, site.flash(4).size());
      Document named = sem.run("collect", "--url", site.url(4), "--ssid", site.ssid(4).value(), "--json").ends(0)
          .list("meters").getFirst();
      assertEquals(List.of(readings, true), List.of(named.get("newReadings"), named.get("erased")));
    }
  }

  @Test
  void nobodyThereIsAFailureInASentence() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port;
    Run named = sem.run("collect", "--url", url, "--ssid", "SEM-24:6f:28:00:00:01").ends(1);
    assertEquals(1, named.lines().size(), named.out());
    Run nameless = sem.run("collect", "--url", url).ends(1);
    assertTrue(nameless.err().contains(url) && nameless.err().lines().count() == 1, nameless.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "http://", "http:", "ftp://10.0.0.1", "https://10.0.0.1",
      "http://me:secret@10.0.0.1",
      "10.0.0.1", "10.0.0.1:8080", "http://a b", ""})
  void whatIsNoMetersAddressIsWrongUsage(String url) {
    assertFalse(sem.run("collect", "--url", url, "--ssid", "SEM-24:6f:28:00:00:01").ends(2).err().isBlank());
    sem.run("collect", "--url", url).ends(2);
  }

  @Test
  void simulatedMetersAreScannedAndCollectedInAFolderOfTheirOwn() {
    List<Document> found = sem.run("scan", "--simulated", "2", "--json").ends(0).list("meters");
    assertEquals(2, found.size());
    assertEquals(List.of("ssid", "bssid", "signalDbm", "known"), found.getFirst().names());
    List<Document> collected = sem.run("collect", "--all", "--simulated", "2", "--json").ends(0).list("meters");
    assertEquals(found.stream().map(meter -> meter.get("ssid")).toList(),
        collected.stream().map(meter -> meter.get("ssid")).toList());
    assertEquals(List.of(true, true), collected.stream().map(meter -> meter.get("erased")).toList());
    assertEquals(List.of(), sem.run("meters", "--json").ends(0).list("meters"));
    assertEquals(3, sem.run("scan", "--simulated", "2").ends(0).lines().size());
  }

  @Test
  void withoutARadioThatIsSaid() {
    for (String[] command : new String[][]{{"scan"}, {"collect", "--all"},
        {"collect", "--ssid", "SEM-24:6f:28:00:00:01"}}) {
      Run run = sem.run(command).ends(1);
      assertEquals("", run.out());
      assertTrue(run.err().contains("NetworkManager was not found") && run.err().lines().count() == 1, run.err());
    }
  }
}
