package org.semcollector.app.wifi.networkmanager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// CLOCK_BOOTTIME, in which NetworkManager says when it last heard something: `/proc/uptime`.
@FunctionalInterface
interface SystemUptime {
  /// The kernel's.
  SystemUptime KERNEL = () -> parse(Files.readString(Path.of("/proc/uptime")));

  /// Time since the computer started, time asleep included.
  Duration now() throws IOException;

  /// @param text seconds with two digits, then what is of no use here: "350735.47 234388.90"
  static Duration parse(String text) throws IOException {
    int end = text.indexOf(' ');
    try {
      return Duration.ofMillis(Math.round(Double.parseDouble(text.substring(0, Math.max(end, 0))) * 1000));
    } catch (NumberFormatException e) {
      throw new IOException("not a time since start: " + text, e);
    }
  }
}
