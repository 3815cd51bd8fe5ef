package org.semcollector.app.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.task.Progress;
import org.semcollector.app.walk.RouteEntry;
import org.semcollector.app.walk.StopState;
import org.semcollector.app.walk.WalkEvent;
import org.semcollector.app.walk.WalkListener;
import org.semcollector.app.walk.WalkPlan;
import org.semcollector.app.walk.WalkReport;
import org.semcollector.app.walk.WalkStop;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

/// A walk that goes as its test tells it.
public final class FakeWalk implements WalkUseCase {
  /// What happens next; the walk ends when it is cancelled or [#end] comes.
  private final BlockingQueue<WalkEvent> script = new LinkedBlockingQueue<>();
  private final List<Ssid> site = new ArrayList<>();
  public volatile Optional<WalkPlan> plan = Optional.empty();

  /// @param meters of the only site
  public FakeWalk with(int meters) {
    for (int i = 0; i < meters; i++)
      site.add(FakeSite.ssid(i));
    return this;
  }

  public void happens(WalkEvent event) {
    script.add(event);
  }

  public void end(WalkReport.Ending ending) {
    script.add(new WalkEvent.Ended(new WalkReport(ending, List.of(), List.of(), Optional.empty())));
  }

  @Override
  public SortedMap<String, List<Ssid>> sites() {
    return new TreeMap<>(site.isEmpty() ? java.util.Map.of() : java.util.Map.of("Market street", List.copyOf(site)));
  }

  @Override
  public List<RouteEntry> route(WalkPlan wanted) {
    return wanted.route().stream().map(ssid -> entry(ssid, StopState.NOT_SEEN)).toList();
  }

  @Override
  public WalkReport run(WalkPlan wanted, ErasePolicy erase, WalkListener listener, Progress progress) {
    plan = Optional.of(wanted);
    List<RouteEntry> last = route(wanted);
    while (!progress.cancelled()) {
      WalkEvent next = next();
      if (next instanceof WalkEvent.Ended(WalkReport report))
        return new WalkReport(report.ending(), List.of(), last, Optional.empty());
      if (next == null)
        continue;
      if (next instanceof WalkEvent.Heard(_, var entries))
        last = entries;
      listener.on(next);
      if (next instanceof WalkEvent.Visiting(AccessPoint meter)) {
        CollectListener visit = listener.visit(meter.ssid());
        visit.step(CollectStep.DOWNLOAD);
        visit.bytes(CollectStep.DOWNLOAD).at(600_000, 1_000_000);
      }
    }
    return new WalkReport(WalkReport.Ending.CANCELLED, List.of(), last, Optional.empty());
  }

  private @org.jspecify.annotations.Nullable WalkEvent next() {
    try {
      return script.poll(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Where the walk stands with a meter of the route.
  public static RouteEntry entry(Ssid ssid, StopState state) {
    boolean failed = state == StopState.FAILED;
    Optional<CollectResult.State> outcome = failed ? Optional.of(CollectResult.State.FAILED) : Optional.empty();
    String reason = failed ? ssid + " does not accept the Wi-Fi password. Look at it in the settings." : "";
    Instant at = FakeSite.NOW.minus(Duration.ofMinutes(3));
    return new RouteEntry(new WalkStop(ssid, outcome, reason, failed ? 3 : 0, failed, Optional.of(at),
        Optional.empty(), Optional.of(at)), state, true, state == StopState.WAITING);
  }
}
