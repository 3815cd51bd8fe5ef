package org.semcollector.app.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

/// Decides what a walk does next. Pure: the same state and the same scan give the same decision.
///
/// Of the meters in range that are due, first those that failed least often; of these, those near enough for a visit to
/// last; of these, the most overdue by whole intervals; of these, the strongest.
public final class WalkDecision {
  /// An access point whose last beacon is older is fading: systems go on listing it for a while.
  static final Duration FADING = Duration.ofSeconds(25);
  /// Below this signal a visit is likely to break off.
  static final int WEAK_DBM = -82;

  private static final long NEVER_COLLECTED = Long.MAX_VALUE;

  private WalkDecision() {}

  /// What to do next.
  ///
  /// @param heard what was heard just now
  public static WalkAction next(WalkState state, WalkPlan plan, List<AccessPoint> heard, Instant now) {
    List<AccessPoint> inRange = inRange(heard, plan);
    Optional<AccessPoint> best = inRange.stream()
        .filter(point -> !state.stop(point.ssid()).dueAt(plan).isAfter(now))
        .min(order(state, plan, now));
    if (best.isPresent())
      return new WalkAction.Visit(best.get());
    List<Ssid> soon = inRange.stream().map(AccessPoint::ssid).filter(ssid -> !state.stop(ssid).isSettled(plan, now))
        .sorted().toList();
    if (!soon.isEmpty())
      return new WalkAction.Stay(soon, soonest(state, plan, soon, now));
    List<Ssid> missing = state.missing(plan, now);
    boolean complete = missing.isEmpty() && !plan.route().isEmpty() && !plan.endless();
    return complete ? new WalkAction.Finish() : new WalkAction.WalkOn(missing);
  }

  /// One access point a meter that can be joined now: the genuine one, else the strongest that claims its name.
  static List<AccessPoint> inRange(List<AccessPoint> heard, WalkPlan plan) {
    Map<Ssid, AccessPoint> byName = new TreeMap<>();
    for (AccessPoint point : heard) {
      boolean fading = point.age().filter(age -> age.compareTo(FADING) > 0).isPresent();
      if (!fading && !plan.leftOut().contains(point.ssid()))
        byName.merge(point.ssid(), point, WalkDecision::better);
    }
    return new ArrayList<>(byName.values());
  }

  private static AccessPoint better(AccessPoint one, AccessPoint other) {
    if (one.isImpostor() != other.isImpostor())
      return one.isImpostor() ? other : one;
    return one.signalDbm() >= other.signalDbm() ? one : other;
  }

  private static Comparator<AccessPoint> order(WalkState state, WalkPlan plan, Instant now) {
    return Comparator.<AccessPoint>comparingInt(point -> failures(state.stop(point.ssid()), plan, now))
        .thenComparing(point -> point.signalDbm() < WEAK_DBM)
        .thenComparing(Comparator.comparingLong(
            (AccessPoint point) -> overdue(state.stop(point.ssid()), plan, now)).reversed())
        .thenComparing(Comparator.comparingInt(AccessPoint::signalDbm).reversed())
        .thenComparing(AccessPoint::ssid);
  }

  /// Failures of an interval that is over do not count any more.
  private static int failures(WalkStop stop, WalkPlan plan, Instant now) {
    return stop.triedAt().filter(at -> at.plus(plan.every()).isAfter(now)).isPresent() ? stop.tries() : 0;
  }

  private static long overdue(WalkStop stop, WalkPlan plan, Instant now) {
    return stop.collectedAt().map(at -> Duration.between(at, now).dividedBy(plan.every())).orElse(NEVER_COLLECTED);
  }

  private static Duration soonest(WalkState state, WalkPlan plan, List<Ssid> meters, Instant now) {
    return meters.stream().map(ssid -> Duration.between(now, state.stop(ssid).dueAt(plan)))
        .min(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }
}
