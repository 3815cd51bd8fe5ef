package org.semcollector.app.walk;

import java.time.Duration;
import java.util.List;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

/// What a walk does next.
public sealed interface WalkAction {
  /// Visits a meter.
  record Visit(AccessPoint meter) implements WalkAction {}

  /// Stays and listens: a meter in range failed and is tried again soon.
  ///
  /// @param meters those that are tried again
  /// @param in until the first of them is
  record Stay(List<Ssid> meters, Duration in) implements WalkAction {}

  /// Nothing is left to do here.
  ///
  /// @param missing meters of the route with which something is left to do
  record WalkOn(List<Ssid> missing) implements WalkAction {}

  /// Every meter of the route was visited or given up.
  record Finish() implements WalkAction {}
}
