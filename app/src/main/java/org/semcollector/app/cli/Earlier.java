package org.semcollector.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.semcollector.app.analysis.CalendarShift;
import org.semcollector.app.analysis.Comparison;
import org.semcollector.app.chart.BucketSum;
import org.semcollector.app.chart.ChartQuery;
import org.semcollector.app.chart.MeterBuckets;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;

/// What meters are compared with.
///
/// @param shift how far back
/// @param meters their buckets then, in the order of the meters now
record Earlier(CalendarShift shift, List<MeterBuckets> meters) {
  Earlier {
    meters = List.copyOf(meters);
  }

  /// What whole days are compared with.
  ///
  /// @param range whole days in the zone
  static Earlier of(ChartQuery query, ChartView view, List<MeterRow> chosen, Range range, EarlierTime time, ZoneId zone,
      Instant now) throws CliException, StoreException {
    LocalDate first = day(range.from(), zone);
    LocalDate end = day(range.to(), zone);
    CalendarShift shift = time.shift(first, end);
    var before = new Range(shift.boundary(first).atStartOfDay(zone).toInstant(),
        shift.boundary(end).atStartOfDay(zone).toInstant());
    return new Earlier(shift, query.buckets(chosen, view.unit(), before, zone, now));
  }

  private static LocalDate day(Instant at, ZoneId zone) throws CliException {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    if (!local.toLocalDate().atStartOfDay(zone).toInstant().equals(at))
      throw new CliException(ExitCode.USAGE, "Only whole days can be compared: give --from and --to as days.");
    return local.toLocalDate();
  }

  /// The energy of all meters together that stands beside each bucket; empty where there is none.
  ///
  /// @param now buckets of all meters together
  List<OptionalDouble> energies(List<Bucket> now, ZoneId zone) {
    List<Bucket> before = BucketSum.of(meters.stream().map(MeterBuckets::buckets).toList());
    return Comparison.of(now, before, zone, shift).pairs().stream()
        .map(pair -> pair.before().filter(earlier -> !earlier.isGap())
            .map(earlier -> OptionalDouble.of(earlier.energyKwh())).orElse(OptionalDouble.empty()))
        .toList();
  }

  /// The comparison of a meter.
  ///
  /// @param place of the meter in the list
  Comparison comparison(MeterBuckets now, int place, ZoneId zone) {
    return Comparison.of(now.buckets(), meters.get(place).buckets(), zone, shift);
  }
}
