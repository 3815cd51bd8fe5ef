package org.semcollector.app.walk;

import java.time.Clock;
import java.util.List;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.Pause;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiVisit;

/// Walks: listens all the time, visits every meter in range that is due, says when to walk on, and stops when asked.
/// Blocks; meant for a virtual thread that nobody interrupts.
public final class Walk {
  private final Tools tools;

  public Walk(Tools tools) {
    this.tools = tools;
  }

  /// What a walk works with.
  ///
  /// @param meters tells when meters were collected last, on walks or otherwise
  /// @param clock decides what is due
  /// @param pause how waiting passes
  public record Tools(WifiAdapter wifi, Visits visits, KnownMeters meters, WalkMemory memory, Clock clock,
      Pause pause) {}

  /// Makes one visit: joins, collects, leaves; never throws.
  @FunctionalInterface
  public interface Visits {
    WifiVisit visit(AccessPoint meter, CollectListener listener);
  }

  /// The meters that are known.
  @FunctionalInterface
  public interface KnownMeters {
    List<MeterRow> meters() throws StoreException;
  }

  /// Walks until the route is complete, the walk is cancelled or this computer cannot go on. Whatever was collected is
  /// safe at any moment; the former network is back when this returns, or the report says that it is not.
  public WalkReport run(WalkPlan plan, WalkListener listener, Progress progress) {
    return new WalkRun(tools, plan, listener, progress).run();
  }

  /// Lets meters that failed be tried again on the next walk; without a route all of them.
  public void again(WalkPlan plan) throws java.io.IOException {
    tools.memory().save(tools.memory().load().stream()
        .map(stop -> plan.route().isEmpty() || plan.route().contains(stop.ssid()) ? stop.again() : stop).toList());
  }

  /// Where a walk with this plan would stand, without walking.
  public List<RouteEntry> route(WalkPlan plan) {
    return new WalkRun(tools, plan, WalkListener.NONE, Progress.NONE).route();
  }
}
