package org.semcollector.app.wiring;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.wifi.manual.MeterNetwork;
import org.semcollector.app.wifi.manual.Nets;
import org.semcollector.app.wiring.Sem.Run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A meter that the user joined in the system's menu, on a computer whose radio cannot be steered: over real sockets.
class HandJoinCliIT {
  @TempDir
  Path data;

  private final Nets nets = new Nets();

  @Test
  void theJoinedMeterIsCollectedWithoutTouchingTheRadio() {
    try (var site = SiteFixture.start(2)) {
      Sem sem = joined(site, 1);
      Run run = sem.run("collect", "--joined", "--json").ends(0);
      assertEquals(site.ssid(1).value(), run.list("meters").getFirst().text("ssid"));
      assertEquals("done", run.list("meters").getFirst().text("state"));
      assertTrue(site.flash(1).isEmpty());
      assertTrue(!site.flash(0).isEmpty());
    }
  }

  @Test
  void itIsListedAndCollectedLikeOneOverTheAir() {
    try (var site = SiteFixture.start(1)) {
      Sem sem = joined(site, 0);
      assertEquals(site.ssid(0).value(), sem.run("scan", "--json").ends(0).list("meters").getFirst().text("ssid"));
      assertEquals("done", sem.run("collect", "--ssid", site.ssid(0).value(), "--json").ends(0).list("meters")
          .getFirst().text("state"));
    }
  }

  @Test
  void aMeterThatIsKnownByItsTokenNeedsNoNeighbourTable() {
    try (var site = SiteFixture.start(1)) {
      joined(site, 0).run("collect", "--joined").ends(0);
      nets.neighbours.clear();
      assertEquals(site.ssid(0).value(), new Sem(data, Map.of(), Sem.CLOCK, place(site, 0))
          .run("collect", "--joined", "--json").ends(0).list("meters").getFirst().text("ssid"));
    }
  }

  @Test
  void withNothingJoinedTheRemedyIsSaidAndNothingIsDone() {
    Run run = new Sem(data).run("collect", "--joined").ends(1);
    assertTrue(run.err().contains("Join its network (SEM-…) in the system's Wi-Fi menu"), run.err());
    assertEquals(2, new Sem(data).run("collect", "--joined", "--all").exitCode());
  }

  @Test
  void theDoctorNamesWhatIsMissingAndWhatIsWell() {
    Run run = new Sem(data).run("wifi", "doctor", "--json").ends(3);
    Document first = run.list("checks").getFirst();
    assertEquals(List.of("adapter", "problem", "adapter.unsupported"),
        List.of(first.text("check"), first.text("outcome"), first.text("cause")));
    assertTrue(first.text("toDo").contains("Join the meter's network"), first.text("toDo"));
    try (var site = SiteFixture.start(1)) {
      Run text = joined(site, 0).run("wifi", "doctor").ends(3);
      assertTrue(text.out().contains("A meter answers, firmware"), text.out());
      assertTrue(text.out().contains(site.ssid(0) + " is joined."), text.out());
      assertTrue(text.err().startsWith("NetworkManager was not found"), text.err());
    }
  }

  private Sem joined(SiteFixture site, int index) {
    nets.addresses.add(Nets.on("wlan0", "10.0.0.2", 24));
    nets.neighbours.add(Nets.meterAt(site.ssid(index).mac(), "wlan0"));
    assertEquals("10.0.0.1", MeterNetwork.ADDRESS);
    return new Sem(data, Map.of(), Sem.CLOCK, place(site, index));
  }

  private MeterPlace place(SiteFixture site, int index) {
    return new MeterPlace(nets, URI.create(site.url(index)));
  }
}
