package org.semcollector.app.walk;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.semcollector.protocol.meter.Ssid;

/// What a walk is to do.
///
/// @param every no meter is visited again before this time has passed since it was collected, or given up
/// @param mostTries how often a meter that fails is tried before it is given up
/// @param retryAfter how long after a first failure it is tried again; twice as long after each further one
/// @param route the meters that are to be visited; empty = whatever is met
/// @param leftOut meters that are met but belong elsewhere
/// @param endless goes on when the route is complete
public record WalkPlan(
    Duration every,
    int mostTries,
    Duration retryAfter,
    SortedSet<Ssid> route,
    SortedSet<Ssid> leftOut,
    boolean endless) {
  /// A meter saves once an hour; a break at noon does not begin the round anew.
  public static final Duration EVERY = Duration.ofHours(12);
  public static final int MOST_TRIES = 3;
  public static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  /// @throws IllegalArgumentException unless all numbers are positive
  public WalkPlan {
    if (!every.isPositive() || mostTries < 1 || !retryAfter.isPositive())
      throw new IllegalArgumentException("a walk needs an interval, a try and a pause");
    route = Collections.unmodifiableSortedSet(new TreeSet<>(route));
    leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
  }

  /// Visits whatever is met, until it is stopped.
  public static WalkPlan everything() {
    return new WalkPlan(EVERY, MOST_TRIES, RETRY_AFTER, new TreeSet<>(), new TreeSet<>(), true);
  }

  /// Visits these meters, and whatever else is met, and ends when all of these are visited or given up.
  public static WalkPlan route(Collection<Ssid> meters) {
    return new WalkPlan(EVERY, MOST_TRIES, RETRY_AFTER, new TreeSet<>(meters), new TreeSet<>(), false);
  }

  public WalkPlan withEvery(Duration changed) {
    return new WalkPlan(changed, mostTries, retryAfter, route, leftOut, endless);
  }

  /// Passes these meters by.
  public WalkPlan without(Set<Ssid> meters) {
    return new WalkPlan(every, mostTries, retryAfter, route, new TreeSet<>(meters), endless);
  }

  /// How long after its last try a meter that failed so often is tried again.
  Duration pauseAfter(int tries) {
    int doublings = Math.min(tries - 1, 16);
    return retryAfter.multipliedBy(1L << doublings);
  }
}
