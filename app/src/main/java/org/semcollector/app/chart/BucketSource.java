package org.semcollector.app.chart;

import java.util.List;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;

/// Where charts get their buckets from.
public interface BucketSource {
  /// Buckets of a meter over a range, without holes, oldest first, counted in the meter's zone.
  List<Bucket> buckets(MeterRow meter, BucketUnit unit, ReadingStore.Range range) throws StoreException;
}
