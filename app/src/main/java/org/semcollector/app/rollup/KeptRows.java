package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.semcollector.app.store.KeptSums;
import org.semcollector.app.store.KeptSums.Part;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;

/// Reads what is kept of a meter.
///
/// @param sums where it is kept
record KeptRows(KeptSums sums, Ssid ssid) {
  private static final YearMonth FIRST = YearMonth.of(1970, 1);
  private static final YearMonth LAST = YearMonth.of(2200, 1);
  /// Clocks on earth are at most so far from Greenwich.
  private static final long FURTHEST_OFFSET_SECONDS = 18 * 3600;

  /// The months that touch a range in whatever zone.
  NavigableMap<YearMonth, KeptMonthCodec.Head> months(Range range) throws StoreException {
    var months = new TreeMap<YearMonth, KeptMonthCodec.Head>();
    for (Map.Entry<YearMonth, Bytes> row : rows(Part.MONTH, first(range), last(range)).entrySet())
      months.put(row.getKey(), head(row.getKey(), row.getValue()));
    return months;
  }

  static KeptMonthCodec.Head head(YearMonth month, Bytes row) throws StoreException {
    return readable(month, KeptMonthCodec.head(month, row));
  }

  /// The days of the months that touch a range.
  ///
  /// @param hours whether kept hours are needed
  SortedMap<LocalDate, KeptDay> days(Range range, boolean hours) throws StoreException {
    var days = new TreeMap<LocalDate, KeptDay>();
    for (Map.Entry<YearMonth, Bytes> row : rows(Part.DAYS, first(range), last(range)).entrySet())
      days.putAll(days(row.getKey(), row.getValue(), hours));
    return days;
  }

  static SortedMap<LocalDate, KeptDay> days(YearMonth month, Bytes row, boolean hours) throws StoreException {
    return readable(month, KeptMonthCodec.days(month, row, hours));
  }

  /// All edges of the meter's coverage, oldest first.
  List<CoverageEdge> edges() throws StoreException {
    var edges = new ArrayList<CoverageEdge>();
    months(Range.ALL).values().forEach(head -> edges.addAll(head.edges()));
    return edges;
  }

  private SortedMap<YearMonth, Bytes> rows(Part part, YearMonth first, YearMonth last) throws StoreException {
    var rows = new TreeMap<YearMonth, Bytes>();
    sums.forEach(ssid, part, first, last, (_, month, row) -> rows.put(month, row));
    return rows;
  }

  private static <T> T readable(YearMonth month, Optional<T> kept) throws StoreException {
    if (kept.isEmpty())
      throw new StoreException("The sums of " + month + " in the database cannot be read. Everything that was"
          + " collected is safe in the journal; run `sem rebuild` to make the database from it again.");
    return kept.get();
  }

  private static YearMonth first(Range range) {
    return range.from().equals(Range.ALL.from()) ? FIRST : month(range.from(), -FURTHEST_OFFSET_SECONDS);
  }

  private static YearMonth last(Range range) {
    return range.to().equals(Range.ALL.to()) ? LAST : month(range.to(), FURTHEST_OFFSET_SECONDS);
  }

  private static YearMonth month(Instant at, long offsetSeconds) {
    return YearMonth.from(at.plusSeconds(offsetSeconds).atOffset(ZoneOffset.UTC));
  }

  static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
