package org.semcollector.app.chart;

import java.time.ZoneId;
import java.util.List;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// Where charts get their buckets from.
public interface BucketSource {
  /// Buckets of a meter over a range, without holes, oldest first.
  ///
  /// @param zone the zone whose hours, days and months are counted
  List<Bucket> buckets(Ssid ssid, BucketUnit unit, ReadingStore.Range range, ZoneId zone) throws StoreException;
}
