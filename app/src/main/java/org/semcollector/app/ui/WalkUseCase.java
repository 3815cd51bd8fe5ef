package org.semcollector.app.ui;

import java.util.List;
import java.util.SortedMap;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.task.Progress;
import org.semcollector.app.walk.RouteEntry;
import org.semcollector.app.walk.WalkListener;
import org.semcollector.app.walk.WalkPlan;
import org.semcollector.app.walk.WalkReport;
import org.semcollector.protocol.meter.Ssid;

/// Walking past meters. Everything blocks and is called from worker threads.
public interface WalkUseCase {
  /// The meters of each site that people noted, by the site's name.
  SortedMap<String, List<Ssid>> sites() throws Exception;

  /// Where a walk with this plan stands before it is begun.
  List<RouteEntry> route(WalkPlan plan);

  /// Walks until the route is complete, it is cancelled or this computer cannot go on.
  WalkReport run(WalkPlan plan, ErasePolicy erase, WalkListener listener, Progress progress);
}
