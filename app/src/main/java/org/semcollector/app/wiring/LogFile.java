package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The program's log: two files of at most 1 MB in the data folder, nothing on the terminal.
final class LogFile {
  private static final int LIMIT_BYTES = 1_000_000;
  private static final Logger ROOT = Logger.getLogger("");
  /// Tells about every connection, and in detail about messages, which may hold secrets. Kept here because loggers that
  /// nobody keeps forget their level.
  private static final Logger DBUS = Logger.getLogger("org.freedesktop.dbus");

  private LogFile() {}

  /// Nothing may ever be printed by libraries: sentences for people are the commands' business.
  static void silenceTerminal() {
    for (Handler handler : ROOT.getHandlers())
      ROOT.removeHandler(handler);
    DBUS.setLevel(Level.WARNING);
  }

  /// In a pattern a percent sign stands for something else.
  private static String pattern(Path folder) {
    return folder.toString().replace('\\', '/').replace("%", "%%") + "/sem-%g.log";
  }

  /// Logging must never keep the program from working, so a folder that cannot be written goes without a log.
  static AutoCloseable open(Path dataDir) {
    try {
      Path folder = Files.createDirectories(dataDir.resolve("log"));
      var handler = new FileHandler(pattern(folder), LIMIT_BYTES, 2, true);
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.INFO);
      ROOT.addHandler(handler);
      return () -> {
        ROOT.removeHandler(handler);
        handler.close();
      };
    } catch (IOException e) {
      return () -> {};
    }
  }
}
