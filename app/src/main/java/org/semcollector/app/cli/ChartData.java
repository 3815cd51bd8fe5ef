package org.semcollector.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.chart.BucketSource;
import org.semcollector.app.chart.ChartQuery;
import org.semcollector.app.chart.EnergyPart;
import org.semcollector.app.chart.EnergyShares;
import org.semcollector.app.chart.MeterBuckets;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;

/// What a view is made of.
///
/// @param meters buckets of each meter
/// @param earlier what they are compared with; only for `COMPARE`
/// @param shares energy of each meter; only for `SHARE`
record ChartData(List<MeterBuckets> meters, Optional<Earlier> earlier, List<EnergyPart> shares) {
  ChartData {
    meters = List.copyOf(meters);
    shares = List.copyOf(shares);
  }

  /// What was asked for.
  ///
  /// @param zone whose days are counted
  /// @param forced whether it is that of the question, not of the meters
  record Asked(ChartView view, Range range, ZoneId zone, boolean forced, EarlierTime compare, Instant now) {}

  static ChartData of(BucketSource source, List<MeterRow> chosen, Asked asked) throws CliException, StoreException {
    if (asked.view() == ChartView.SHARE)
      return shares(source, chosen, asked);
    var query = new ChartQuery(source);
    List<MeterBuckets> meters = asked.view().begun(query.buckets(chosen, asked.view().unit(), asked.range(),
        asked.zone(), asked.now()));
    Optional<Earlier> earlier = asked.view() == ChartView.COMPARE
        ? Optional.of(Earlier.of(query, asked.view(), chosen, asked.range(), asked.compare(), asked.zone(),
            asked.now()))
        : Optional.empty();
    return new ChartData(meters, earlier, List.of());
  }

  /// Each meter's days are those of its own zone, unless the question names one.
  private static ChartData shares(BucketSource source, List<MeterRow> chosen, Asked asked) throws StoreException {
    LocalDate first = asked.range().from().atZone(asked.zone()).toLocalDate();
    LocalDate end = asked.range().to().minusMillis(1).atZone(asked.zone()).toLocalDate().plusDays(1);
    List<MeterBuckets> days = new ArrayList<>();
    for (MeterRow meter : chosen) {
      ZoneId zone = asked.forced() ? asked.zone() : meter.zone();
      days.addAll(new ChartQuery(source).buckets(List.of(meter), BucketUnit.DAY, EnergyShares.days(first, end, zone),
          zone, asked.now()));
    }
    return new ChartData(days, Optional.empty(), asked.forced()
        ? days.stream().map(EnergyPart::of).toList()
        : new EnergyShares(source).of(chosen, first, end, asked.now()));
  }
}
