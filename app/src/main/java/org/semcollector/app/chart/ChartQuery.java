package org.semcollector.app.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;

/// Fetches what a chart of some meters over some time needs.
public final class ChartQuery {
  private final BucketSource source;

  public ChartQuery(BucketSource source) {
    this.source = source;
  }

  /// Buckets of each meter, all of the same times, with what tells the causes of gaps.
  ///
  /// @param zone whose hours, days and months are counted; one for all meters, or they could not stand side by side
  public List<MeterBuckets> buckets(
      List<MeterRow> meters, BucketUnit unit, ReadingStore.Range range, ZoneId zone, Instant now)
      throws StoreException {
    var result = new ArrayList<MeterBuckets>();
    for (MeterRow meter : meters) {
      result.add(new MeterBuckets(meter.name(), source.buckets(meter.ssid(), unit, range, zone),
          new GapCause.Known(meter.firstMeasuredAt(), meter.lastMeasuredAt(), now),
          source.energyFactor(meter.ssid())));
    }
    return result;
  }
}
