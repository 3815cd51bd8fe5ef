package org.semcollector.protocol.powerloss;

import java.util.List;

/// The boots of a meter since its last reset, oldest first. An entry is the stored time to which the clock was set
/// back at that boot; any boot counts: an outage, an update, a brown-out, a crash.
///
/// @param deviceMillis the entries with a clock that had been set once, ms since 1970
/// @param unsetClockBoots boots before the clock was ever set (their entries count from 1970)
public record PowerLossLog(List<Long> deviceMillis, int unsetClockBoots) {
  public static final PowerLossLog EMPTY = new PowerLossLog(List.of(), 0);

  public PowerLossLog {
    deviceMillis = List.copyOf(deviceMillis);
  }

  /// All boots, those with an unset clock included.
  public int boots() {
    return deviceMillis.size() + unsetClockBoots;
  }
}
