package org.semcollector.app.wifi;

import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectRequest;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectService;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.ErasePolicy;

/// A visit over the air: join, collect, and leave again whatever happened.
public final class WifiCollect {
  private final MeterJoin join;
  private final CollectService collect;

  public WifiCollect(MeterJoin join, CollectService collect) {
    this.join = join;
    this.collect = collect;
  }

  /// Never throws: a meter that cannot be joined is a failed visit with its sentence.
  public CollectResult collect(AccessPoint accessPoint, ErasePolicy erase, CollectListener listener) {
    listener.step(CollectStep.JOIN);
    try (WifiAdapter.Connection joined = join.join(accessPoint, listener.bytes(CollectStep.JOIN))) {
      return collect.collect(new CollectRequest(accessPoint.ssid(), joined.meterUri(), erase), listener);
    } catch (WifiException e) {
      return CollectResult.failed(accessPoint.ssid(), e.getMessage() + " Nothing was changed on the meter.");
    }
  }
}
