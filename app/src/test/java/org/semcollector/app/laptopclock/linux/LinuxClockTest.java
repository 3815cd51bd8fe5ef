package org.semcollector.app.laptopclock.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.laptopclock.SystemSync;
import org.semcollector.app.laptopclock.Uptime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LinuxClockTest {
  private static final Uptime OTHERWISE = () -> new Uptime.Count("program", 7, false);

  @TempDir
  Path folder = Path.of("");

  @Test
  void theKernelsCounterAndTheNameOfItsStartAreRead() throws Exception {
    Path boot = Files.writeString(folder.resolve("boot_id"), "6f9c-1\n");
    Path uptime = Files.writeString(folder.resolve("uptime"), "350735.47 234388.90\n");
    Uptime kernel = LinuxUptime.of(boot, uptime, OTHERWISE);
    assertEquals(new Uptime.Count("6f9c-1", 350_735_470_000_000L, true), kernel.count());
    Files.writeString(uptime, "soon");
    assertEquals("program", kernel.count().run());
    assertEquals("program", LinuxUptime.of(folder.resolve("none"), uptime, OTHERWISE).count().run());
  }

  @Test
  void whatTheKernelSaysOfItsClockIsUnderstood() {
    assertEquals(new SystemSync.Kept(Duration.ofMillis(12)), KernelSync.state(0, 0x2001, 12_000));
    assertEquals(new SystemSync.NotKept(), KernelSync.state(0, 0x40, 16_000_000));
    assertEquals(new SystemSync.NotKept(), KernelSync.state(5, 0, 12_000));
    assertEquals(new SystemSync.Unknown(), KernelSync.state(-1, 0, 0));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thisKernelCanBeAsked() {
    assertFalse(new KernelSync().state() instanceof SystemSync.Kept(Duration error) && error.isNegative());
    Uptime.Count first = LinuxUptime.orElse(OTHERWISE).count();
    assertTrue(first.nanos() > 0 && first.countsSleep());
    assertTrue(LinuxUptime.orElse(OTHERWISE).count().nanos() >= first.nanos());
  }
}
