package org.semcollector.app.walk;

import java.time.Duration;
import java.util.List;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

/// Something that happened on a walk.
public sealed interface WalkEvent {
  /// A scan ended.
  ///
  /// @param heard the meters in range that may be visited
  /// @param route where the walk stands with each meter
  record Heard(List<AccessPoint> heard, List<RouteEntry> route) implements WalkEvent {}

  /// A visit begins.
  record Visiting(AccessPoint meter) implements WalkEvent {}

  /// A visit ended.
  ///
  /// @param again whether the meter is tried again on this walk
  record Visited(CollectResult result, boolean again, List<RouteEntry> route) implements WalkEvent {}

  /// Stay here: meters in range are tried again soon.
  record Staying(List<Ssid> meters, Duration in) implements WalkEvent {}

  /// Nothing is left to do here; said again only when something happened in between, or other meters are missing.
  ///
  /// @param missing meters of the route with which something is left to do
  record WalkOn(List<Ssid> missing) implements WalkEvent {}

  /// Something is in the way that is no meter's fault: the radio was switched off, the list cannot be kept.
  ///
  /// @param sentence what happened and what to do now
  record Trouble(String sentence) implements WalkEvent {}

  /// The walk ended.
  record Ended(WalkReport report) implements WalkEvent {}
}
