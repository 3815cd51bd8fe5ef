package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoredReading;

/// From readings to buckets.
public final class Rollups {
  /// A reading further from a bucket cannot touch it nor tell how long a reading is that touches it.
  private static final Duration REACH = Duration.ofHours(1).plusMillis(Rollup.LATE_SAVE_MILLIS);

  private Rollups() {}

  /// Adds readings up; several channels are summed, and the time they cover is counted once.
  ///
  /// @param readings of one meter, oldest first; those of [#needed] give complete buckets
  /// @param range the buckets that touch it are returned, without holes: one without readings is a gap. [Range#ALL]
  ///     stands for the time from the first to the last reading
  public static List<Bucket> of(Iterable<StoredReading> readings, ZoneId zone, BucketUnit unit, Range range) {
    var rollup = new Rollup(zone, unit);
    readings.forEach(rollup::add);
    return buckets(rollup, range);
  }

  static List<Bucket> buckets(Rollup rollup, Range range) {
    return range.equals(Range.ALL) ? rollup.all() : rollup.between(range.from(), range.to());
  }

  /// The readings that whole buckets over a range need: some before it and some after it reach into them.
  public static Range needed(Range range, ZoneId zone, BucketUnit unit) {
    if (range.equals(Range.ALL))
      return range;
    Instant from = unit.floor(range.from(), zone);
    Instant last = unit.floor(range.to(), zone);
    Instant to = last.isBefore(range.to()) ? unit.next(last, zone) : last;
    return new Range(from.minus(REACH), to.plus(REACH));
  }
}
