package org.semcollector.app.rollup;

import java.util.List;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// Knows when meters were without power.
public interface OutageSource {
  /// Nothing is known of outages.
  OutageSource NONE = (_, _) -> List.of();

  /// When a meter is known to have been without power within a range, oldest first.
  List<Range> outages(Ssid ssid, Range range) throws StoreException;
}
