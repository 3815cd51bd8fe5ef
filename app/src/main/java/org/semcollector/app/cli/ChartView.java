package org.semcollector.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.semcollector.app.chart.BucketLines;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartRequest.Content;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.MeterBuckets;
import org.semcollector.app.chart.Period;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.rollup.BucketUnit;

/// What `sem chart` can draw.
enum ChartView {
  HOUR(BucketUnit.HOUR, Period.Kind.DAY), DAY(BucketUnit.DAY, Period.Kind.MONTH), MONTH(BucketUnit.MONTH,
      Period.Kind.YEAR), SHARE(BucketUnit.DAY, Period.Kind.MONTH), VOLTAGE(BucketUnit.HOUR, Period.Kind.DAY);

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

  Content content(List<MeterBuckets> meters, ChartLabels labels) {
    return switch (this) {
      case HOUR, DAY, MONTH -> new Content.Energy(EnergyBars.of(unit, meters, labels));
      case SHARE -> new Content.Share(ShareSlices.of(meters, "others"));
      case VOLTAGE -> new Content.Lines(BucketLines.currentAndVoltage(meters.getFirst(), labels.locale()));
    };
  }
}
