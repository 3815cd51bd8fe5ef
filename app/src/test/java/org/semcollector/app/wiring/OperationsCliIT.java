package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.simulated.SimulatedMeters;
import org.semcollector.app.wiring.Sem.Run;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.SimulatedFirmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `sem init` and `sem flash` as a script uses them.
class OperationsCliIT {
  private static final String TOKEN = "abcdefghij0123456789" + "0b5e4d20-1111-2222-3333-444455556666";

  @TempDir
  Path data = Path.of("");

  /// Meters restart in simulated seconds, programs wait in real ones: this clock makes them short.
  private static final class FastClock extends Clock {
    private static final int TIMES = 20;
    private final long start = System.nanoTime();

    @Override
    public Instant instant() {
      return Sem.CLOCK.instant().plus(Duration.ofNanos(System.nanoTime() - start).multipliedBy(TIMES));
    }

    @Override
    public ZoneId getZone() {
      return Sem.BERLIN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void aMeterIsSetUpFromTheListPreparedInTheOffice() throws IOException {
    try (var site = SiteFixture.start(1)) {
      var sem = new Sem(data);
      Path table = data.resolve("meters.csv");
      String ssid = site.ssid(0).value();
      Files.writeString(table, "ssid;token;name\n" + ssid + ";" + TOKEN + ";Kiosk\nbad;" + TOKEN + ";x\n");
      Run prepared = sem.run("init", "prepare", table.toString()).ends(3);
      assertTrue(prepared.err().contains("Line 3"), prepared.err());
      assertFalse(sem.run("init", "list").ends(0).out().contains(TOKEN.substring(0, 20)), "a token is a secret");

      Run refused = sem.run("init", "--ssid", ssid, "--url", site.url(0)).ends(1);
      assertTrue(refused.out().contains("holds another token"), refused.out());
      Run done = sem.run("init", "--ssid", ssid, "--url", site.url(0), "--replace").ends(0);
      assertTrue(done.out().contains("read back"), done.out());
      assertEquals(List.of(), site.flash(0));
      assertTrue(sem.run("meters").ends(0).out().contains("Kiosk"));
      assertEquals("already",
          sem.run("init", "--ssid", ssid, "--url", site.url(0), "--json").ends(0).json().get("state"));
      sem.run("init", "--ssid", ssid, "--url", site.url(0), "--token-file", table.toString()).ends(2);
      sem.run("init", "--ssid", "SEM-24:6f:28:00:00:99", "--url", site.url(0)).ends(2);
    }
  }

  @Test
  void singleStepsTellWhatWasSeenAndEndAsTheySay() throws IOException {
    try (var site = SiteFixture.start(1)) {
      var sem = new Sem(data);
      String ssid = site.ssid(0).value();
      assertEquals("102 (version 1.0.2)",
          sem.run("meter", "version", "--ssid", ssid, "--url", site.url(0)).ends(0).out().strip());
      assertTrue(
          sem.run("meter", "token", "--ssid", ssid, "--url", site.url(0)).ends(0).out().startsWith("token: held"));
      sem.run("meter", "token", "--ssid", ssid, "--url", site.url(0), "--token-file", token().toString()).ends(1);
      int before = site.flash(0).size();
      Run set = sem.run("meter", "time", "--url", site.url(0), "--ssid", ssid, "--json").ends(0);
      assertEquals("done", set.json().get("state"));
      assertEquals(before, site.flash(0).size(), "nothing is erased");
      sem.run("meter", "token", "--ssid", ssid, "--url", site.url(0), "--token-file", token().toString(), "--replace")
          .ends(0);
      assertEquals(before, site.flash(0).size(), "nothing is erased");
      assertTrue(sem.run("meter", "drift", "--meter", ssid).ends(0).err().contains("not known yet"));
      sem.run("meter", "reset", "--url", site.url(0), "--ssid", ssid, "--force", "another").ends(1);
      assertEquals(before, site.flash(0).size(), "nothing is erased");
      Run reset = sem.run("meter", "reset", "--url", site.url(0)).ends(0);
      assertTrue(reset.out().contains("erased and seen empty"), reset.out());
      assertEquals(List.of(), site.flash(0));
      assertTrue(sem.run("health", "--meter", ssid).out().contains("0 of 60,674 records"));
      sem.run("meter").ends(2);
      sem.run("meter", "time").ends(2);
    }
  }

  @Test
  void aRefusedResetIsDoneInPartAndThePowerCycleIsSaid() {
    try (var site = SiteFixture.start(1, "reset:half")) {
      Run reset = new Sem(data).run("meter", "reset", "--url", site.url(0), "--ssid", site.ssid(0).value()).ends(3);
      assertTrue(reset.out().contains("erased only in part") && reset.out().contains("Switch the meter off and on"),
          reset.out());
    }
  }

  @Test
  void theClockOfThisComputerIsJudged() {
    Run clock = new Sem(data).run("clock", "--json").ends(0);
    assertEquals("green", clock.json().get("verdict"));
    var past = new Sem(data, Map.of(), Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), Sem.BERLIN));
    assertTrue(past.run("clock").ends(1).out().startsWith("wrong: This computer's clock shows a time before"));
    assertEquals(1, past.run("clock", "--right").exitCode(), "nobody can vouch for that");
  }

  private Path token() throws IOException {
    return Files.writeString(data.resolve("token"), TOKEN);
  }

  @Test
  void aCampaignUpdatesWhatIsLeftAndGoesOn() throws IOException {
    var clock = new FastClock();
    FaultPlan plan = FaultPlan.NONE;
    try (var site = new SiteFixture(SimulatedMeters.start(2, 12, clock, Sem.BERLIN, _ -> plan, 0))) {
      var sem = new Sem(data, Map.of(), clock);
      Path image = data.resolve("sem.bin");
      Files.write(image, SimulatedFirmware.image(60_000, 3).toArray());
      Path list = data.resolve("list.txt");
      Files.writeString(list,
          "# hill\n" + site.ssid(0) + " " + site.url(0) + "\n" + site.ssid(1) + " http://127.0.0.1:1\n");
      String[] command = {"flash", "--list", list.toString(), "--image", image.toString(), "--version", "1.1.0"};

      Run first = sem.run(command).ends(3);
      assertEquals(110, site.meter(0).version().number());
      assertTrue(first.out().contains("cannot be reached") && first.out().contains("runs version 1.1.0 now"),
          first.out());

      Files.writeString(list, site.ssid(0) + " " + site.url(0) + "\n" + site.ssid(1) + " " + site.url(1) + "\n");
      Run second = sem.run(command).ends(0);
      assertTrue(second.err().contains("Of 2 meters 1 have it"), second.err());
      assertEquals(1, second.lines().size(), "the first meter is not visited again");
      assertEquals(110, site.meter(1).version().number());
      assertTrue(sem.run(command).ends(0).err().contains("No meter of the list is left"));

      Run earlier = sem.run("flash", "--ssid", site.ssid(0).value(), "--url", site.url(0), "--image", image.toString(),
          "--version", "1.0.10").ends(1);
      assertTrue(earlier.out().contains("earlier than the 1.1.0"), earlier.out());
    }
  }
}
