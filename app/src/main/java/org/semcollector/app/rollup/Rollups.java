package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.ReadingView;
import org.semcollector.app.store.StoredReading;

/// From readings to buckets.
public final class Rollups {
  /// A reading further from a bucket neither touches it, nor tells how long a reading is that touches it, nor was saved
  /// together with one that does.
  static final Duration REACH = Duration.ofHours(2);

  private Rollups() {}

  /// Adds readings up; several channels are summed, and the time they cover is counted once.
  ///
  /// @param readings of one meter, oldest first; those of [#needed] give complete buckets
  /// @param range the buckets that touch it are returned, without holes: one without readings is a gap. [Range#ALL]
  ///     stands for the time from the first to the last reading
  public static List<Bucket> of(Iterable<StoredReading> readings, ZoneId zone, BucketUnit unit, Range range) {
    return of(readings, OptionalInt.empty(), zone, unit, range, Outages.NONE);
  }

  /// As [#of], of one channel or of all summed, with what is known of outages.
  static List<Bucket> of(Iterable<StoredReading> readings, OptionalInt channel, ZoneId zone, BucketUnit unit,
      Range range, Outages outages) {
    var adding = new Adding(channel, zone, basis(unit));
    readings.forEach(adding::add);
    return buckets(adding.sums(), zone, unit, range, outages);
  }

  /// What buckets of a unit are made of: hours of readings, all others of days.
  static BucketUnit basis(BucketUnit unit) {
    return unit == BucketUnit.HOUR ? BucketUnit.HOUR : BucketUnit.DAY;
  }

  /// Readings on their way into the hours or days of one channel or of all summed.
  static final class Adding {
    private final OptionalInt channel;
    private final Rollup rollup;
    private final Saves saves;

    Adding(OptionalInt channel, ZoneId zone, BucketUnit unit) {
      this.channel = channel;
      rollup = new Rollup(zone, unit);
      saves = new Saves(rollup::add);
    }

    void add(ReadingView reading) {
      if (channel.isEmpty() || channel.getAsInt() == reading.channel())
        saves.add(reading);
    }

    SumsSeries sums() {
      saves.flush();
      return rollup.sums();
    }
  }

  /// Buckets from the sums of hours, for a unit other than hours of days.
  static List<Bucket> buckets(SumsSeries sums, ZoneId zone, BucketUnit unit, Range range, Outages outages) {
    Range wanted = range;
    if (range.equals(Range.ALL)) {
      if (sums.isEmpty())
        return List.of();
      wanted = new Range(Instant.ofEpochMilli(sums.firstStart()),
          basis(unit).next(Instant.ofEpochMilli(sums.lastStart()), zone));
    }
    var list = new ArrayList<Bucket>();
    var hours = new HourGrid(zone);
    int at = 0;
    for (Instant start = unit.floor(wanted.from(), zone); start.isBefore(wanted.to());) {
      Instant next = unit == BucketUnit.HOUR
          ? Instant.ofEpochMilli(hours.next(start.toEpochMilli()))
          : unit.next(start, zone);
      int from = firstFrom(sums, at, start.toEpochMilli());
      at = firstFrom(sums, from, next.toEpochMilli());
      list.add(sum(sums, from, at, zone, unit).bucket(start, next, outages.between(start, next)));
      start = next;
    }
    return list;
  }

  private static int firstFrom(SumsSeries sums, int index, long millis) {
    int at = index;
    while (at < sums.size() && sums.start(at) < millis)
      at++;
    return at;
  }

  /// Years are made of months, weeks and months of days.
  private static Sums sum(SumsSeries parts, int from, int to, ZoneId zone, BucketUnit unit) {
    if (to - from <= 1)
      return from < to ? parts.sums(from) : Sums.NOTHING;
    if (unit != BucketUnit.YEAR)
      return BucketSums.of(parts.between(from, to));
    var months = new ArrayList<Sums>();
    for (int at = from; at < to;) {
      Instant start = Instant.ofEpochMilli(parts.start(at));
      int next = firstFrom(parts, at, BucketUnit.MONTH.next(BucketUnit.MONTH.floor(start, zone), zone).toEpochMilli());
      months.add(BucketSums.of(parts.between(at, Math.min(next, to))));
      at = next;
    }
    return BucketSums.of(months);
  }

  /// The readings that whole buckets over a range need: some before it and some after it reach into them.
  public static Range needed(Range range, ZoneId zone, BucketUnit unit) {
    if (range.equals(Range.ALL))
      return range;
    Range whole = whole(range, zone, unit);
    return new Range(whole.from().minus(REACH), whole.to().plus(REACH));
  }

  /// The buckets that touch a range, from the start of the first to the end of the last.
  static Range whole(Range range, ZoneId zone, BucketUnit unit) {
    Instant last = unit.floor(range.to(), zone);
    return new Range(unit.floor(range.from(), zone), last.isBefore(range.to()) ? unit.next(last, zone) : last);
  }
}
