package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.semcollector.app.rollup.KeptMonthCodec.Depth;
import org.semcollector.app.store.KeptSums;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;

/// The kept months of a meter over some time.
///
/// @param days by date, with the start of the day
/// @param zone whose days they are; empty when there are none
record KeptRows(Optional<ZoneId> zone, TreeMap<LocalDate, KeptDay> days, List<CoverageEdge> edges) {
  static final YearMonth FIRST = YearMonth.of(1970, 1);
  static final YearMonth LAST = YearMonth.of(2200, 1);

  /// Those that hold the days of a range, whatever zone they are counted in.
  static KeptRows read(KeptSums sums, Ssid ssid, Range range, Depth depth) throws StoreException {
    var found = new KeptRows(Optional.empty(), new TreeMap<>(), new ArrayList<>());
    var zones = new ArrayList<ZoneId>();
    var rows = new TreeMap<YearMonth, Bytes>();
    sums.forEach(ssid, month(range.from(), -1), month(range.to(), 1), (_, month, row) -> rows.put(month, row));
    for (Map.Entry<YearMonth, Bytes> row : rows.entrySet()) {
      KeptMonth kept = decode(row.getKey(), row.getValue(), depth);
      zones.add(kept.zone());
      found.days.putAll(kept.days());
      found.edges.addAll(kept.edges());
    }
    return new KeptRows(zones.stream().findFirst(), found.days, found.edges);
  }

  static KeptMonth decode(YearMonth month, Bytes row, Depth depth) throws StoreException {
    Optional<KeptMonth> kept = KeptMonthCodec.decode(month, row, depth);
    if (kept.isEmpty())
      throw new StoreException("The sums of " + month + " in the database cannot be read. Everything that was"
          + " collected is safe in the journal; run `sem rebuild` to make the database from it again.");
    return kept.get();
  }

  private static YearMonth month(Instant at, int sign) {
    if (at.equals(Range.ALL.from()) || at.equals(Range.ALL.to()))
      return sign < 0 ? FIRST : LAST;
    YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
    YearMonth beside = YearMonth.from(at.plusSeconds(sign * 64_800L).atOffset(ZoneOffset.UTC));
    return beside.equals(month) ? month : beside;
  }

  /// From the start of the first day to the end of the last; empty without days.
  Optional<Range> span() {
    return zone.filter(_ -> !days.isEmpty())
        .map(its -> new Range(start(days.firstKey(), its), start(days.lastKey().plusDays(1), its)));
  }

  /// The sums of days by their starts.
  TreeMap<Instant, Sums> sums(OptionalInt channel) {
    var sums = new TreeMap<Instant, Sums>();
    zone.ifPresent(its -> days.forEach((day, kept) -> {
      Sums ofDay = kept.sums(channel);
      if (!ofDay.isNothing())
        sums.put(start(day, its), ofDay);
    }));
    return sums;
  }

  static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
