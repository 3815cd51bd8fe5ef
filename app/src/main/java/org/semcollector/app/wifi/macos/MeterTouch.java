package org.semcollector.app.wifi.macos;

import java.net.InetAddress;

/// Knocks at a meter's door, so that the table of neighbours knows it, and to see whether macOS lets this program talk to
/// it.
@FunctionalInterface
interface MeterTouch {
  /// What came of it.
  enum Outcome {
    /// Somebody is there.
    ANSWERED,
    /// Nobody answered.
    SILENT,
    /// The system has no way there, or does not show it to this program.
    NO_ROUTE
  }

  /// @param from the own address in the meter's network
  Outcome touch(InetAddress from);
}
