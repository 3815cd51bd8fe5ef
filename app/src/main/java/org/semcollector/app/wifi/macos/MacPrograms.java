package org.semcollector.app.wifi.macos;

import java.time.Duration;
import java.util.List;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.WifiException;

/// Programs that come with macOS.
interface MacPrograms {
  /// Whether this is a Mac with `networksetup`.
  boolean exists();

  /// What a program prints, on both of its outputs. How it ends says nothing: `networksetup` ends with 0 also when it
  /// failed.
  ///
  /// @throws WifiException when it does not end in time, or is cancelled; it is ended then
  String run(List<String> command, Duration limit, Progress progress) throws WifiException;
}
