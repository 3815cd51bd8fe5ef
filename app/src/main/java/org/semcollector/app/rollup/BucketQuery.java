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

  /// Buckets of a meter, its channels summed; see [Rollups#of].
  public List<Bucket> buckets(Ssid ssid, ZoneId zone, BucketUnit unit, Range range) throws StoreException {
    return buckets(ssid, OptionalInt.empty(), zone, unit, range);
  }

  /// Buckets of one channel of a meter, or of all summed.
  public List<Bucket> buckets(Ssid ssid, OptionalInt channel, ZoneId zone, BucketUnit unit, Range range)
      throws StoreException {
    var rollup = new Rollup(zone, unit);
    readings.forEach(ssid, Rollups.needed(range, zone, unit), reading -> {
      if (channel.isEmpty() || channel.getAsInt() == reading.raw().channel())
        rollup.add(reading);
    });
    return Rollups.buckets(rollup, range);
  }
}
