package org.semcollector.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.semcollector.app.analysis.Power;
import org.semcollector.app.chart.BucketLines;
import org.semcollector.app.chart.BucketSum;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartRequest.Content;
import org.semcollector.app.chart.DurationCurves;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.HeatGrid;
import org.semcollector.app.chart.MeterBuckets;
import org.semcollector.app.chart.Period;
import org.semcollector.app.chart.ProfileLines;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;

/// What `sem chart` can draw.
enum ChartView {
  HOUR(BucketUnit.HOUR, Period.Kind.DAY), DAY(BucketUnit.DAY, Period.Kind.MONTH), MONTH(BucketUnit.MONTH,
      Period.Kind.YEAR), SHARE(BucketUnit.DAY, Period.Kind.MONTH), VOLTAGE(BucketUnit.HOUR,
          Period.Kind.DAY), WEEK(BucketUnit.WEEK, Period.Kind.YEAR), HEATMAP(BucketUnit.HOUR,
              Period.Kind.MONTH), WEEKMAP(BucketUnit.HOUR, Period.Kind.MONTH), DURATION(BucketUnit.HOUR,
                  Period.Kind.MONTH), PROFILE(BucketUnit.HOUR,
                      Period.Kind.MONTH), COMPARE(BucketUnit.DAY, Period.Kind.MONTH);

  /// More bars than a picture has pixels tell nothing.
  private static final int MOST_BUCKETS = 8_000;

  private final BucketUnit unit;
  private final Period.Kind kind;

  ChartView(BucketUnit unit, Period.Kind kind) {
    this.unit = unit;
    this.kind = kind;
  }

  BucketUnit unit() {
    return unit;
  }

  /// The period shown when none is said.
  Period.Kind kind() {
    return kind;
  }

  /// Whether it shows figures of the hours measured, not the time itself.
  boolean isFigure() {
    return this == HEATMAP || this == WEEKMAP || this == DURATION || this == PROFILE;
  }

  /// The numbers.
  List<ChartTable> tables(ChartData data, ZoneId zone) {
    List<MeterBuckets> meters = data.meters();
    var tables = new ChartTables(zone);
    return switch (this) {
      case HOUR, DAY, WEEK, MONTH -> meters.stream().map(tables::energy).toList();
      case SHARE -> List.of(ChartTables.shares(data.shares(), meters));
      case VOLTAGE -> meters.stream().map(tables::lines).toList();
      case HEATMAP -> meters.stream().map(tables::heat).toList();
      case WEEKMAP -> meters.stream().map(tables::week).toList();
      case DURATION -> meters.stream().map(ChartTables::duration).toList();
      case PROFILE -> meters.stream().map(tables::profile).toList();
      case COMPARE -> IntStream.range(0, meters.size()).mapToObj(i -> tables.compared(meters.get(i).meter(),
          data.earlier().orElseThrow().comparison(meters.get(i), i, zone))).toList();
    };
  }

  void checkLength(Instant from, Instant to) throws CliException {
    long hours = switch (unit) {
      case HOUR -> 1;
      case DAY -> 24;
      case WEEK -> 7 * 24;
      case MONTH -> 28 * 24;
      case YEAR -> 365 * 24;
    };
    if (Duration.between(from, to).toHours() / hours > MOST_BUCKETS) {
      throw new CliException(ExitCode.USAGE, "That are more than " + MOST_BUCKETS + " bars: choose a shorter time or a "
          + "coarser view.");
    }
  }

  /// Figures of hours do not count those of the future.
  List<MeterBuckets> begun(List<MeterBuckets> meters) {
    return isFigure()
        ? meters.stream().map(meter -> new MeterBuckets(meter.meter(),
            Power.begun(meter.buckets(), meter.known().now()), meter.known())).toList()
        : meters;
  }

  /// What the picture shows; figures of several meters are those of all together, but for load duration.
  Content content(ChartData data, ChartLabels labels) {
    List<MeterBuckets> meters = data.meters();
    return switch (this) {
      case HOUR, DAY, WEEK, MONTH -> new Content.Energy(EnergyBars.of(unit, meters, labels));
      case SHARE -> new Content.Share(ShareSlices.of(data.shares(), "others"));
      case VOLTAGE -> new Content.Lines(BucketLines.currentAndVoltage(meters.getFirst(), labels.locale()));
      case HEATMAP -> new Content.Heat(HeatGrid.byDay(sum(meters), labels.zone(), labels.locale()));
      case WEEKMAP -> new Content.Heat(HeatGrid.byWeekday(sum(meters), labels.zone(), labels.locale()));
      case DURATION -> new Content.Duration(DurationCurves.of(meters, labels.locale()));
      case PROFILE -> new Content.Profile(ProfileLines.of(sum(meters), labels.zone(), labels.locale()));
      case COMPARE -> new Content.Energy(EnergyBars.of(unit, meters,
          data.earlier().orElseThrow().energies(sum(meters), labels.zone()), labels));
    };
  }

  private static List<Bucket> sum(List<MeterBuckets> meters) {
    return BucketSum.of(meters.stream().map(MeterBuckets::buckets).toList());
  }
}
