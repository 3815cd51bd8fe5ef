package org.semcollector.app.cli;

import java.time.Clock;

/// What commands are given from outside.
///
/// @param services opens the program's services for a data folder
/// @param window opens the desktop program
public record CliContext(Console console, Clock clock, Services.Factory services, Window window,
    CommonOptions options) {
  public CliContext(Console console, Clock clock, Services.Factory services, Window window) {
    this(console, clock, services, window, new CommonOptions());
  }

  /// Opens the desktop program and returns when it was closed.
  public interface Window {
    int open(java.util.Optional<java.nio.file.Path> dataDir) throws Exception;
  }
}
