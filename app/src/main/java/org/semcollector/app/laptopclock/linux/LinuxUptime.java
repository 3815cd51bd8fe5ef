package org.semcollector.app.laptopclock.linux;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.semcollector.app.laptopclock.Uptime;

/// Time since the computer started, sleep included, from `/proc/uptime`; the start's name is the kernel's own.
public final class LinuxUptime implements Uptime {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final int NANOS_DIGITS = 9;

  private final Path uptime;
  private final String run;
  private final Uptime otherwise;

  private LinuxUptime(Path uptime, String run, Uptime otherwise) {
    this.uptime = uptime;
    this.run = run;
    this.otherwise = otherwise;
  }

  /// @param otherwise counts where the kernel does not tell
  public static Uptime orElse(Uptime otherwise) {
    return of(BOOT, UPTIME, otherwise);
  }

  static Uptime of(Path boot, Path uptime, Uptime otherwise) {
    try {
      return new LinuxUptime(uptime, Files.readString(boot).strip(), otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }

  @Override
  public Count count() {
    try {
      String seconds = Files.readString(uptime).split(" ", 2)[0].strip();
      return new Count(run, new BigDecimal(seconds).movePointRight(NANOS_DIGITS).longValue(), true);
    } catch (IOException | NumberFormatException e) {
      return otherwise.count();
    }
  }
}
