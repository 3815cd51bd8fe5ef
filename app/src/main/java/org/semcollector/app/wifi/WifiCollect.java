package org.semcollector.app.wifi;

import java.time.Duration;
import java.util.Optional;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectRequest;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectService;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.ErasePolicy;

/// A visit over the air: join, collect, and leave again whatever happened.
public final class WifiCollect {
  /// The time the former network may take to come back.
  private static final Duration RESTORE_LIMIT = Duration.ofSeconds(30);

  private final MeterJoin join;
  private final CollectService collect;

  public WifiCollect(MeterJoin join, CollectService collect) {
    this.join = join;
    this.collect = collect;
  }

  /// Never throws: a meter that cannot be joined is a failed visit with its sentence.
  public CollectResult collect(AccessPoint accessPoint, ErasePolicy erase, CollectListener listener) {
    WifiVisit visit = visit(accessPoint, erase, listener);
    return visit.notRestored().map(failure -> visit.result().withMore(failure.sentence())).orElse(visit.result());
  }

  /// As [#collect], and tells why, for programs.
  public WifiVisit visit(AccessPoint accessPoint, ErasePolicy erase, CollectListener listener) {
    listener.step(CollectStep.JOIN);
    WifiAdapter.Connection joined;
    try {
      joined = join.join(accessPoint, listener.bytes(CollectStep.JOIN));
    } catch (WifiException e) {
      CollectResult failed = CollectResult.failed(accessPoint.ssid(),
          e.getMessage() + " Nothing was changed on the meter.");
      return new WifiVisit(failed, Optional.of(e.failure()), Optional.empty());
    }
    try (joined) {
      var request = new CollectRequest(accessPoint.ssid(), joined.meterUri(), erase).from(joined.localAddress());
      CollectResult result = collect.collect(request, listener);
      listener.step(CollectStep.LEAVE);
      return new WifiVisit(result, Optional.empty(), leave(joined));
    }
  }

  private static Optional<WifiFailure> leave(WifiAdapter.Connection joined) {
    try {
      joined.restore(RESTORE_LIMIT);
      return Optional.empty();
    } catch (WifiException e) {
      return Optional.of(e.failure());
    }
  }
}
