package org.semcollector.app.ui.collect;

import org.semcollector.app.walk.RouteEntry;
import org.semcollector.app.walk.StopState;
import org.semcollector.protocol.meter.Ssid;

/// A meter of the route.
///
/// @param reason why its last visit failed, or empty
/// @param onRoute false for one that was met by the way
public record WalkItem(Ssid ssid, String name, StopState state, String reason, boolean onRoute, boolean inRange) {
  static WalkItem of(RouteEntry entry, String name) {
    String reason = entry.state() == StopState.FAILED ? entry.stop().reason() : "";
    return new WalkItem(entry.ssid(), name, entry.state(), reason, entry.onRoute(), entry.inRange());
  }

  /// Whether it is still to be met or collected.
  boolean isMissing() {
    return onRoute && (state == StopState.NOT_SEEN || state == StopState.FAILED || state == StopState.WAITING);
  }
}
