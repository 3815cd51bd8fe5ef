package org.semcollector.app.wifi.macos;

import java.time.Duration;

/// How long macOS is given.
///
/// @param question for what is answered at once
/// @param address for DHCP, after the radio is joined
/// @param restore for the former network when nobody gives a limit
/// @param pause between two tries of a blind join, and while the radio is off
record MacLimits(Duration question, Duration address, Duration restore, Duration pause) {
  static final MacLimits STANDARD = new MacLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30),
      Duration.ofSeconds(2));
}
