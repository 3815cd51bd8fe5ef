package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
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
    var rows = new KeptRows(kept, ssid);
    Range asked = all ? range : Rollups.whole(range, zone, unit);
    NavigableMap<YearMonth, KeptMonthCodec.Head> months = rows.months(asked);
    if (months.isEmpty() && all)
      return List.of();
    Range wanted = all ? span(months) : asked;
    SumsSeries sums = new View(rows, ssid, channel, zone, unit, wanted).sums(months);
    List<Bucket> buckets = Rollups.buckets(sums, zone, unit, wanted, new Outages(outages.outages(ssid, wanted)));
    return all ? trimmed(buckets) : buckets;
  }

  private static Range span(NavigableMap<YearMonth, KeptMonthCodec.Head> months) {
    ZoneId zone = months.firstEntry().getValue().zone();
    return new Range(KeptRows.start(months.firstKey().atDay(1), zone),
        KeptRows.start(months.lastKey().plusMonths(1).atDay(1), zone));
  }

  /// One question.
  private final class View {
    private final KeptRows rows;
    private final Ssid ssid;
    private final OptionalInt channel;
    private final ZoneId zone;
    private final BucketUnit unit;
    private final Range wanted;

    private View(KeptRows rows, Ssid ssid, OptionalInt channel, ZoneId zone, BucketUnit unit, Range wanted) {
      this.rows = rows;
      this.ssid = ssid;
      this.channel = channel;
      this.zone = zone;
      this.unit = unit;
      this.wanted = wanted;
    }

    private SumsSeries sums(Map<YearMonth, KeptMonthCodec.Head> months) throws StoreException {
      Optional<ZoneId> its = months.values().stream().map(KeptMonthCodec.Head::zone).findFirst();
      if (its.isEmpty())
        return new SumsSeries();
      boolean own = its.get().equals(zone);
      if (unit == BucketUnit.HOUR)
        return own ? hours(rows.days(wanted, true)) : added(wanted);
      if (own && (unit == BucketUnit.MONTH || unit == BucketUnit.YEAR))
        return ofMonths(months);
      return isSameCalendar(its.get()) ? ofDays(rows.days(wanted, false), its.get()) : added(wanted);
    }

    private SumsSeries ofMonths(Map<YearMonth, KeptMonthCodec.Head> months) {
      var sums = new SumsSeries();
      months.forEach((month, head) -> put(sums, KeptRows.start(month.atDay(1), zone), head.sums().sums(channel)));
      return sums;
    }

    private SumsSeries ofDays(Map<LocalDate, KeptDay> days, ZoneId its) {
      var sums = new SumsSeries();
      days.forEach((day, ofDay) -> put(sums, KeptRows.start(day, its), ofDay.sums(channel)));
      return sums;
    }

    private static void put(SumsSeries all, Instant at, Sums sums) {
      if (!sums.isNothing())
        all.add(at.toEpochMilli(), sums);
    }

    private SumsSeries added(Range range) throws StoreException {
      var adding = new Rollups.Adding(channel, zone, Rollups.basis(unit));
      readings.scan(ssid, new Range(range.from().minus(Rollups.REACH), range.to().plus(Rollups.REACH)), adding::add);
      return adding.sums();
    }

    /// Hours that are kept, and for runs of days without them those of the readings.
    private SumsSeries hours(Map<LocalDate, KeptDay> days) throws StoreException {
      var sums = new SumsSeries();
      Optional<Range> toBeRead = Optional.empty();
      for (Map.Entry<LocalDate, KeptDay> day : days.entrySet()) {
        Instant from = max(KeptRows.start(day.getKey(), zone), wanted.from());
        Instant to = min(KeptRows.start(day.getKey().plusDays(1), zone), wanted.to());
        if (!from.isBefore(to))
          continue;
        boolean kept = day.getValue().hasHours();
        if (toBeRead.isPresent() && (kept || !toBeRead.get().to().equals(from))) {
          read(toBeRead.get(), sums);
          toBeRead = Optional.empty();
        }
        if (kept)
          sums.addAll(day.getValue().hours(channel), from.toEpochMilli(), to.toEpochMilli());
        else
          toBeRead = Optional.of(new Range(toBeRead.map(Range::from).orElse(from), to));
      }
      if (toBeRead.isPresent())
        read(toBeRead.get(), sums);
      return sums;
    }

    private void read(Range run, SumsSeries sums) throws StoreException {
      sums.addAll(added(run), run.from().toEpochMilli(), run.to().toEpochMilli());
    }

    private boolean isSameCalendar(ZoneId its) {
      if (its.equals(zone))
        return true;
      for (Instant day = BucketUnit.DAY.floor(wanted.from(), its); day.isBefore(wanted.to());) {
        if (!BucketUnit.DAY.floor(day, zone).equals(day))
          return false;
        day = BucketUnit.DAY.next(day, its);
      }
      return true;
    }
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
