package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semcollector.app.wiring.Sem.Run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A database that was deleted, cut or spoilt.
class LostDatabaseCliIT extends CollectedData {
  @Test
  void aDeletedDatabaseIsMadeAgainByItself() throws IOException {
    String before = sem.run("export", "--all").ends(0).out();
    Files.delete(database());
    assertEquals(before, sem.run("export", "--all").ends(0).out());
  }

  @Test
  void aRebuildKilledBetweenItsTwoMovesIsHealed() throws IOException {
    String before = sem.run("export", "--all").ends(0).out();
    Files.move(database(), database().resolveSibling("sem-before-2026-11-20T15-20-00Z.mv.db"));
    Files.writeString(database().resolveSibling("sem-rebuilt.mv.db"), "half a database");
    assertEquals(before, sem.run("export", "--all").ends(0).out());
    sem.run("rebuild").ends(0);
    assertEquals(before, sem.run("export", "--all").ends(0).out());
    assertFalse(Files.exists(database().resolveSibling("sem-rebuilt.mv.db")));
  }

  @Test
  void aTruncatedDatabaseIsNamedAndRebuilt() throws IOException {
    String before = sem.run("export", "--all").ends(0).out();
    try (var file = FileChannel.open(database(), StandardOpenOption.WRITE)) {
      file.truncate(Files.size(database()) / 3);
    }
    Run broken = sem.run("export", "--all");
    if (broken.exitCode() == 0) {
      assertEquals(before, broken.out(), "what is shown must be all");
    } else {
      broken.ends(1);
      assertTrue(broken.err().contains("sem rebuild") && broken.err().contains("safe in the journal"), broken.err());
    }
    sem.run("rebuild").ends(0);
    assertEquals(before, sem.run("export", "--all").ends(0).out());
  }

  @Test
  void aDatabaseOfRubbishIsNamedAndRebuiltWithItsNames() throws IOException {
    sem.run("meter", "set", "--meter", site.ssid(2).value(), "--name", "Cold store").ends(0);
    String before = sem.run("export", "--all").ends(0).out();
    Files.write(database(), new byte[100_000]);
    Run broken = sem.run("meters").ends(1);
    assertTrue(broken.err().contains("sem rebuild") && broken.err().lines().count() == 1, broken.err());
    Run rebuilt = sem.run("rebuild").ends(0);
    assertTrue(rebuilt.err().contains("kept as"), rebuilt.err());
    assertTrue(sem.run("meters").ends(0).out().contains("Cold store"));
    assertEquals(before, sem.run("export", "--all").ends(0).out());
  }

  @Test
  void whatIsNotedAboutAMeterIsShownAndOutlivesTheDatabase() throws IOException {
    String ssid = site.ssid(1).value();
    Run noted = sem.run("meter", "set", "--meter", ssid, "--name", "Pump", "--site", "Hill", "--zone", "Asia/Kathmandu",
        "--energy-factor", "1.0556", "--channel", "1=Motor", "--channel", "2=Light").ends(0);
    assertEquals("ssid: " + ssid + "\nname: Pump\nsite: Hill\nzone: Asia/Kathmandu\nenergyFactor: 1.0556\n"
        + "channelNames: {1=Motor, 2=Light}\n", noted.out());
    Run changed = sem.run("meter", "set", "--meter", ssid, "--energy-factor", "none", "--channel", "2=").ends(0);
    assertTrue(!changed.out().contains("energyFactor") && changed.out().contains("{1=Motor}"), changed.out());
    for (String wrong : List.of("--energy-factor=0", "--energy-factor=NaN", "--energy-factor=x", "--channel=4=x",
        "--zone=Mars"))
      sem.run("meter", "set", "--meter", ssid, "--name", "Other", wrong).ends(2);
    Files.delete(database());
    String meters = sem.run("meters", "--json").ends(0).out();
    assertTrue(meters.contains("Pump") && meters.contains("Asia/Kathmandu") && !meters.contains("Other"), meters);
  }
}
