package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.semcollector.app.rollup.KeptMonthCodec.Depth;
import org.semcollector.app.store.KeptSums;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// Buckets of a meter, from what is kept added up; readings are read only for hours of meters that save once an hour, and
/// for days of another zone than the meter's.
public final class BucketQuery {
  private final ReadingStore readings;
  private final KeptSums kept;
  private final OutageSource outages;

  public BucketQuery(ReadingStore readings, KeptSums kept, OutageSource outages) {
    this.readings = readings;
    this.kept = kept;
    this.outages = outages;
  }

  /// Buckets of one channel of a meter, or of all summed.
  ///
  /// @param range the buckets that touch it are returned, without holes: one without readings is a gap. [Range#ALL]
  ///     stands for the time from the first to the last reading
  public List<Bucket> buckets(Ssid ssid, OptionalInt channel, ZoneId zone, BucketUnit unit, Range range)
      throws StoreException {
    boolean all = range.equals(Range.ALL);
    Range whole = all ? range : Rollups.whole(range, zone, unit);
    KeptRows rows = KeptRows.read(kept, ssid, whole, unit == BucketUnit.HOUR ? Depth.HOURS : Depth.DAYS);
    Range wanted = all ? rows.span().orElse(new Range(Range.ALL.from(), Range.ALL.from())) : whole;
    NavigableMap<Instant, Sums> sums = sums(rows, ssid, channel, zone, unit, wanted);
    var outage = new Outages(outages.outages(ssid, wanted));
    List<Bucket> buckets = Rollups.buckets(sums, zone, unit, wanted, outage);
    return all ? trimmed(buckets) : buckets;
  }

  private NavigableMap<Instant, Sums> sums(KeptRows rows, Ssid ssid, OptionalInt channel, ZoneId zone, BucketUnit unit,
      Range wanted) throws StoreException {
    if (rows.zone().isPresent() && !isSameCalendar(rows.zone().get(), zone, unit, wanted))
      return added(ssid, channel, zone, Rollups.basis(unit), wanted);
    return unit == BucketUnit.HOUR ? hours(rows, ssid, channel, zone, wanted) : rows.sums(channel);
  }

  private NavigableMap<Instant, Sums> added(Ssid ssid, OptionalInt channel, ZoneId zone, BucketUnit basis, Range wanted)
      throws StoreException {
    var adding = new Rollups.Adding(channel, zone, basis);
    readings.forEach(ssid, new Range(wanted.from().minus(Rollups.REACH), wanted.to().plus(Rollups.REACH)), adding::add);
    return adding.sums();
  }

  /// Hours that are kept, and for runs of days without them those of the readings.
  private NavigableMap<Instant, Sums> hours(KeptRows rows, Ssid ssid, OptionalInt channel, ZoneId zone, Range wanted)
      throws StoreException {
    var sums = new TreeMap<Instant, Sums>();
    List<Range> toBeRead = new ArrayList<>();
    for (Map.Entry<LocalDate, KeptDay> day : rows.days().entrySet()) {
      Instant from = max(KeptRows.start(day.getKey(), zone), wanted.from());
      Instant to = min(KeptRows.start(day.getKey().plusDays(1), zone), wanted.to());
      if (!from.isBefore(to))
        continue;
      if (day.getValue().hasHours())
        sums.putAll(day.getValue().hours(channel).subMap(from, to));
      else if (!toBeRead.isEmpty() && toBeRead.getLast().to().equals(from))
        toBeRead.set(toBeRead.size() - 1, new Range(toBeRead.getLast().from(), to));
      else
        toBeRead.add(new Range(from, to));
    }
    for (Range run : toBeRead)
      sums.putAll(added(ssid, channel, zone, BucketUnit.HOUR, run).subMap(run.from(), run.to()));
    return sums;
  }

  private static boolean isSameCalendar(ZoneId one, ZoneId other, BucketUnit unit, Range range) {
    if (one.equals(other))
      return true;
    if (unit == BucketUnit.HOUR)
      return false;
    for (Instant day = BucketUnit.DAY.floor(range.from(), one); day.isBefore(range.to());) {
      if (!BucketUnit.DAY.floor(day, other).equals(day))
        return false;
      day = BucketUnit.DAY.next(day, one);
    }
    return true;
  }

  /// Without buckets before the first and after the last reading.
  private static List<Bucket> trimmed(List<Bucket> buckets) {
    int from = 0;
    int to = buckets.size();
    while (from < to && isEmpty(buckets.get(from)))
      from++;
    while (to > from && isEmpty(buckets.get(to - 1)))
      to--;
    return buckets.subList(from, to);
  }

  private static boolean isEmpty(Bucket bucket) {
    return bucket.isGap() && bucket.readings() == 0;
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
