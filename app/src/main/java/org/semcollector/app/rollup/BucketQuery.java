package org.semcollector.app.rollup;

import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// Buckets of stored readings, added up while they stream by.
public final class BucketQuery {
  private final ReadingStore readings;

  public BucketQuery(ReadingStore readings) {
    this.readings = readings;
  }

  /// Buckets of one channel of a meter, or of all summed; see [Rollups#of].
  public List<Bucket> buckets(Ssid ssid, OptionalInt channel, ZoneId zone, BucketUnit unit, Range range)
      throws StoreException {
    var adding = new Rollups.Adding(channel, zone, Rollups.basis(unit));
    readings.forEach(ssid, Rollups.needed(range, zone, unit), adding::add);
    return Rollups.buckets(adding.sums(), zone, unit, range, Outages.NONE);
  }
}
