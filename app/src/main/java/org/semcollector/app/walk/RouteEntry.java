package org.semcollector.app.walk;

import org.semcollector.protocol.meter.Ssid;

/// A meter in the list of a walk.
///
/// @param onRoute it is to be visited; false for one that was met by the way
/// @param inRange it was heard in the last scan
public record RouteEntry(WalkStop stop, StopState state, boolean onRoute, boolean inRange) {
  public Ssid ssid() {
    return stop.ssid();
  }
}
