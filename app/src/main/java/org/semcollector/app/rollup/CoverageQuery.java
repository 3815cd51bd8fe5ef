package org.semcollector.app.rollup;

import java.util.List;
import org.semcollector.app.store.KeptSums;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// Where the time of meters is covered by readings, from what is kept of it.
public final class CoverageQuery {
  private final KeptSums kept;

  public CoverageQuery(KeptSums kept) {
    this.kept = kept;
  }

  /// All edges of a meter's coverage, oldest first: by turns a start and an end.
  public List<CoverageEdge> edges(Ssid ssid) throws StoreException {
    return new KeptRows(kept, ssid).edges();
  }
}
