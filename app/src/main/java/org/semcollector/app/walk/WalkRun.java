package org.semcollector.app.walk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.WifiVisit;

/// One walk under way.
final class WalkRun {
  /// Between two scans when nothing is to be done.
  private static final Duration BREATH = Duration.ofSeconds(1);
  /// A scan is good for so long: who walks passes a meter in half a minute.
  private static final Duration FRESH = Duration.ofSeconds(5);
  /// The outcome of a visit that was cancelled: its readings may be safe, but it was not made to the end.
  private static final String CUT_SHORT = "cancelled";
  private static final Duration SLICE = Duration.ofMillis(100);

  private final Walk.Tools tools;
  private final WalkPlan plan;
  private final WalkListener listener;
  private final Progress progress;
  private final List<CollectResult> visits = new ArrayList<>();
  private WalkState state;
  private List<AccessPoint> heard = List.of();
  private Instant scannedAt = Instant.MIN;
  private @Nullable WalkEvent said;
  private @Nullable String trouble;

  WalkRun(Walk.Tools tools, WalkPlan plan, WalkListener listener, Progress progress) {
    this.tools = tools;
    this.plan = plan;
    this.listener = listener;
    this.progress = progress;
    this.state = WalkState.begin(tools.clock().instant(), tools.memory().load(), plan);
    takeCollected();
  }

  List<RouteEntry> route() {
    return state.route(plan, heard, tools.clock().instant());
  }

  WalkReport run() {
    Optional<String> former = network().map(JoinedNetwork::name);
    WalkReport.Ending ending = walk();
    Optional<String> problem = ending == WalkReport.Ending.STOPPED
        ? Optional.ofNullable(trouble)
        : notBack(former).map(WifiFailure::sentence);
    var report = new WalkReport(ending, visits, route(), problem);
    listener.on(new WalkEvent.Ended(report));
    return report;
  }

  private WalkReport.Ending walk() {
    while (!progress.cancelled()) {
      Optional<WifiFailure> failure = listen();
      if (failure.filter(WalkRun::isFinal).isPresent())
        return WalkReport.Ending.STOPPED;
      if (failure.isPresent()) {
        rest(BREATH);
        continue;
      }
      switch (WalkDecision.next(state, plan, heard, tools.clock().instant())) {
        case WalkAction.Visit(AccessPoint meter) -> {
          if (visit(meter).filter(WalkRun::isFinal).isPresent())
            return WalkReport.Ending.STOPPED;
        }
        case WalkAction.Stay(var meters, Duration in) -> {
          say(new WalkEvent.Staying(meters, in),
              said instanceof WalkEvent.Staying(var known, _) && known.equals(meters));
          rest(in.compareTo(BREATH) < 0 ? in : BREATH);
        }
        case WalkAction.WalkOn(var missing) -> {
          say(new WalkEvent.WalkOn(missing), new WalkEvent.WalkOn(missing).equals(said));
          rest(BREATH);
        }
        case WalkAction.Finish _ -> {
          return WalkReport.Ending.COMPLETE;
        }
      }
    }
    return WalkReport.Ending.CANCELLED;
  }

  /// Scans, unless a scan was made just now.
  private Optional<WifiFailure> listen() {
    if (!heard.isEmpty() && !tools.clock().instant().isAfter(scannedAt.plus(FRESH)))
      return Optional.empty();
    try {
      heard = WalkDecision.inRange(tools.wifi().scan(WifiAdapter.SCAN_LIMIT, progress), plan);
      scannedAt = tools.clock().instant();
      state = state.met(heard, scannedAt);
      trouble = null;
      listener.on(new WalkEvent.Heard(heard, route()));
      return Optional.empty();
    } catch (WifiException e) {
      heard = List.of();
      tell(e.failure());
      return Optional.of(e.failure());
    }
  }

  /// @return what is in the way, when it is this computer's
  private Optional<WifiFailure> visit(AccessPoint meter) {
    listener.on(new WalkEvent.Visiting(meter));
    said = null;
    WifiVisit visit = tools.visits().visit(meter, new CancelledWithWalk(listener.visit(meter.ssid()), progress));
    visit.notRestored().ifPresent(this::tell);
    Optional<WifiFailure> computers = visit.failure().filter(WalkRun::isThisComputers);
    if (computers.isPresent()) {
      heard = List.of();
      computers.ifPresent(this::tell);
      return computers;
    }
    visits.add(visit.result());
    if (isCancelled(visit)) {
      listener.on(new WalkEvent.Visited(visit.result(), true, route()));
      return Optional.empty();
    }
    Instant now = tools.clock().instant();
    boolean mendable = visit.failure().filter(WalkRun::isHopeless).isEmpty();
    state = state.visited(visit.result(), mendable, plan, now);
    remember();
    boolean again = !state.stop(meter.ssid()).isSettled(plan, now);
    listener.on(new WalkEvent.Visited(visit.result(), again, route()));
    return Optional.empty();
  }

  /// A visit that was cut short by the end of the walk is made again.
  private boolean isCancelled(WifiVisit visit) {
    return visit.failure().filter(WifiFailure.Cancelled.class::isInstance).isPresent()
        || (progress.cancelled() && visit.result().state() != CollectResult.State.DONE);
  }

  private void remember() {
    try {
      tools.memory().save(state.stops().values());
    } catch (IOException e) {
      tell("The list of the walk cannot be kept (" + e.getMessage() + "). The readings are safe; after a restart the "
          + "walk begins anew.");
    }
  }

  private void takeCollected() {
    try {
      for (MeterRow row : tools.meters().meters())
        row.lastCollectedAt().filter(_ -> !row.lastOutcome().equals(Optional.of(CUT_SHORT)))
            .ifPresent(at -> state = state.with(row.ssid(), stop -> stop.collected(at)));
    } catch (StoreException e) {
      tell("When meters were collected last cannot be read (" + e.getMessage() + "). The walk visits all of them.");
    }
  }

  private void tell(WifiFailure failure) {
    if (!(failure instanceof WifiFailure.Cancelled))
      tell(failure.sentence());
  }

  /// Says it once as long as it stays the same.
  private void tell(String sentence) {
    if (!sentence.equals(trouble))
      listener.on(new WalkEvent.Trouble(sentence));
    trouble = sentence;
  }

  private void say(WalkEvent event, boolean known) {
    if (!known)
      listener.on(event);
    said = event;
  }

  private void rest(Duration duration) {
    scannedAt = Instant.MIN;
    for (Duration left = duration; left.isPositive() && !progress.cancelled(); left = left.minus(SLICE)) {
      tools.pause().of(left.compareTo(SLICE) < 0 ? left : SLICE);
    }
  }

  private Optional<JoinedNetwork> network() {
    try {
      return tools.wifi().current();
    } catch (WifiException e) {
      return Optional.empty(); // the first scan says what is the matter
    }
  }

  private Optional<WifiFailure> notBack(Optional<String> former) {
    Optional<JoinedNetwork> now = network();
    boolean stillInAMeters = now.flatMap(JoinedNetwork::meter).isPresent()
        && !now.map(JoinedNetwork::name).equals(former);
    return stillInAMeters || (former.isPresent() && now.isEmpty())
        ? Optional.of(new WifiFailure.RestoreFailed(former))
        : Optional.empty();
  }

  private static boolean isThisComputers(WifiFailure failure) {
    return isFinal(failure) || failure instanceof WifiFailure.RadioOff;
  }

  /// What does not pass by waiting.
  private static boolean isFinal(WifiFailure failure) {
    return switch (failure) {
      case WifiFailure.Unsupported _,WifiFailure.NoAdapter _,WifiFailure.PermissionDenied _ -> true;
      default -> false;
    };
  }

  /// What trying again does not mend.
  private static boolean isHopeless(WifiFailure failure) {
    return failure instanceof WifiFailure.WrongPassword || failure instanceof WifiFailure.Impostor;
  }
}
