package org.semcollector.app.walk;

import java.util.List;
import java.util.Optional;
import org.semcollector.app.meter.CollectResult;

/// How a walk ended.
///
/// @param ending why it ended
/// @param visits every visit that was made, in order; a meter that was tried again has several
/// @param route where the walk stands with each meter
/// @param problem what is in the way of this computer, as a sentence: the former network is not back, the radio is gone
public record WalkReport(Ending ending, List<CollectResult> visits, List<RouteEntry> route, Optional<String> problem) {
  /// Why a walk ended.
  public enum Ending {
    /// Every meter of the route was visited or given up.
    COMPLETE,
    /// It was stopped.
    CANCELLED,
    /// This computer cannot go on.
    STOPPED
  }

  public WalkReport {
    visits = List.copyOf(visits);
    route = List.copyOf(route);
  }

  /// How many meters are in this state.
  public long count(StopState state) {
    return route.stream().filter(entry -> entry.state() == state).count();
  }
}
