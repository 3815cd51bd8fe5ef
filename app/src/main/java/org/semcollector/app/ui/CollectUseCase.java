package org.semcollector.app.ui;

import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.wifi.AccessPoint;

/// One visit to a meter over the air: join, collect, leave.
public interface CollectUseCase {
  /// Never throws: a visit that fails is a result with its sentence. Blocks; called from a worker thread.
  CollectResult collect(AccessPoint accessPoint, ErasePolicy erase, CollectListener listener);
}
