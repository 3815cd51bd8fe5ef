package org.semcollector.app.wiring;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.wiring.Sem.Run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GapsCliIT {
  @TempDir
  Path data;

  @Test
  void theOutagesOfACollectedMeterAreListedWithTheirCause() throws Exception {
    var sem = new Sem(data);
    assertTrue(sem.run("gaps").ends(0).err().contains("Nothing is missing."));
    try (SiteFixture site = SiteFixture.start(2)) {
      sem.run("collect", "--url", site.url(1), "--ssid", site.ssid(1).value(), "--erase", "never").ends(0);
      String meter = site.ssid(1).value();
      Run all = sem.run("gaps").ends(0);
      assertTrue(all.out().contains("outage"), all.out());
      assertTrue(all.out().contains("unsaved hour"), all.out());
      assertTrue(all.out().contains("collect the meter"), all.out());
      assertEquals(all.out(), sem.run("gaps", "--meter", meter).ends(0).out());
      assertTrue(sem.run("gaps", "--meter", meter, "--json").ends(0).out().contains("\"not-collected\""));
      assertTrue(sem.run("gaps", "--to", "1999-01-01").ends(0).err().contains("Nothing is missing."));
      assertTrue(sem.run("gaps", "--meter", "SEM-24:6f:28:99:99:99").ends(1).err().contains("is known here"));
      sem.run("gaps", "--from", "2026-02-01", "--to", "2026-01-01").ends(2);
    }
  }
}
