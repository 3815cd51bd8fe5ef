package org.semcollector.app.walk;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

/// Where a walk stands.
///
/// @param began when it was begun, or gone on with
/// @param stops what is known of each meter of the route and of each that was met
public record WalkState(Instant began, SortedMap<Ssid, WalkStop> stops) {
  public WalkState {
    stops = Collections.unmodifiableSortedMap(new TreeMap<>(stops));
  }

  /// The beginning of a walk, or its going on.
  ///
  /// @param remembered what is known of meters from before
  public static WalkState begin(Instant now, Collection<WalkStop> remembered, WalkPlan plan) {
    var stops = new TreeMap<Ssid, WalkStop>();
    plan.route().forEach(ssid -> stops.put(ssid, WalkStop.unknown(ssid)));
    remembered.forEach(stop -> stops.put(stop.ssid(), stop));
    return new WalkState(now, stops);
  }

  /// What is known of a meter.
  public WalkStop stop(Ssid ssid) {
    WalkStop known = stops.get(ssid);
    return known == null ? WalkStop.unknown(ssid) : known;
  }

  /// These meters are in range now.
  WalkState met(List<AccessPoint> heard, Instant at) {
    var changed = new TreeMap<>(stops);
    heard.forEach(point -> changed.put(point.ssid(), stop(point.ssid()).met(at)));
    return new WalkState(began, changed);
  }

  WalkState visited(CollectResult result, boolean mendable, WalkPlan plan, Instant at) {
    return with(result.ssid(), stop -> stop.visited(result, mendable, plan, at));
  }

  WalkState with(Ssid ssid, UnaryOperator<WalkStop> change) {
    var changed = new TreeMap<>(stops);
    changed.put(ssid, change.apply(stop(ssid)));
    return new WalkState(began, changed);
  }

  /// The route, and what else was met on this walk, by name.
  public List<RouteEntry> route(WalkPlan plan, List<AccessPoint> heard, Instant now) {
    return stops.values().stream()
        .filter(
            stop -> plan.route().contains(stop.ssid()) || stop.seenAt().filter(at -> !at.isBefore(began)).isPresent())
        .filter(stop -> !plan.leftOut().contains(stop.ssid()))
        .map(stop -> new RouteEntry(stop, stop.state(plan, began, now), plan.route().contains(stop.ssid()),
            heard.stream().anyMatch(point -> point.ssid().equals(stop.ssid()))))
        .toList();
  }

  /// Meters of the route with which something is left to do.
  List<Ssid> missing(WalkPlan plan, Instant now) {
    return plan.route().stream().filter(ssid -> !stop(ssid).isSettled(plan, now)).toList();
  }
}
