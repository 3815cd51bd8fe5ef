package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.semcollector.app.chart.EnergyBar.State;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.rollup.NearEnd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EnergyBarsTest {
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
  private static final ChartLabels LABELS = new ChartLabels(ZoneOffset.UTC, Locale.UK);

  @Test
  void aBucketWithoutReadingsIsAGapAndNeverZero() {
    EnergyBars bars = bars(at(12), hours(1.0, -1, 2.0));
    assertEquals(State.GAP, bars.bars().get(1).state());
    assertEquals(OptionalDouble.empty(), bars.bars().get(1).energyKwh());
    assertEquals(3.0, bars.totalKwh());
  }

  @Test
  void zeroEnergyThatWasMeasuredIsABar() {
    EnergyBar bar = bars(at(12), hours(0.0)).bars().getFirst();
    assertEquals(State.COMPLETE, bar.state());
    assertEquals(OptionalDouble.of(0), bar.energyKwh());
  }

  @Test
  void gapsNameTheirCause() {
    MeterBuckets meter = new MeterBuckets("m", hours(-1, 1.0, -1, 1.0, -1, -1),
        new GapCause.Known(Optional.of(at(1)), Optional.of(at(4)), at(5)));
    List<Optional<GapCause>> causes = EnergyBars.of(BucketUnit.HOUR, List.of(meter), LABELS).bars().stream()
        .map(EnergyBar::gap).toList();
    assertEquals(List.of(Optional.of(GapCause.BEFORE_FIRST), Optional.empty(), Optional.of(GapCause.NO_READINGS),
        Optional.empty(), Optional.of(GapCause.NOT_COLLECTED), Optional.of(GapCause.FUTURE)), causes);
  }

  @Test
  void aBucketThatIsHalfCoveredIsPartlyAndTheOneThatHoldsNowIsRunning() {
    List<Bucket> buckets = List.of(bucket(0, 1, Duration.ofMinutes(30)), bucket(1, 1, Duration.ofMinutes(59)),
        bucket(2, 1, Duration.ofMinutes(10)));
    List<State> states = bars(at(2).plusSeconds(900), buckets).bars().stream().map(EnergyBar::state).toList();
    assertEquals(List.of(State.PARTLY, State.COMPLETE, State.RUNNING), states);
  }

  @Test
  void metersStandOnEachOther() {
    GapCause.Known known = new GapCause.Known(Optional.of(START), Optional.of(at(24)), at(30));
    EnergyBars bars = EnergyBars.of(BucketUnit.HOUR,
        List.of(new MeterBuckets("a", hours(1, -1), known), new MeterBuckets("b", hours(2, 0.5), known)), LABELS);
    assertEquals(3, bars.bars().get(0).energyKwh().orElseThrow());
    assertEquals(List.of(OptionalDouble.empty(), OptionalDouble.of(0.5)), bars.bars().get(1).partsKwh());
    assertEquals(State.PARTLY, bars.bars().get(1).state());
    assertEquals(3, bars.axis().max());
  }

  @Test
  void metersWithDifferentTimesAreRefused() {
    GapCause.Known known = new GapCause.Known(Optional.empty(), Optional.empty(), START);
    List<MeterBuckets> meters = List.of(new MeterBuckets("a", hours(1), known),
        new MeterBuckets("b", hours(1, 2), known));
    assertThrows(IllegalArgumentException.class, () -> EnergyBars.of(BucketUnit.HOUR, meters, LABELS));
  }

  @Test
  void theUnitFitsTheLargestBar() {
    assertEquals(EnergyUnit.WH, bars(at(12), hours(0.05)).energyUnit());
    assertEquals(EnergyUnit.KWH, bars(at(12), hours(0.05, 0.1)).energyUnit());
    assertEquals(EnergyUnit.MWH, bars(at(12), hours(1500)).energyUnit());
    assertEquals(1.5, bars(at(12), hours(1500)).axis().max());
  }

  @Test
  void thePeakIsTheFirstOfTheHighest() {
    assertEquals(at(1), bars(at(12), hours(-1, 2, 1, 2)).peak().orElseThrow().from());
    assertTrue(bars(at(12), hours(-1)).peak().isEmpty());
  }

  @Test
  void coverageCountsOnlyTheTimeThatHasPassed() {
    assertEquals(0.5, bars(at(2), hours(1, -1, -1, -1)).coverage(at(2)).orElseThrow());
    assertTrue(bars(START, hours(-1)).coverage(START).isEmpty());
  }

  @Test
  void noMetersGiveAnEmptyChart() {
    assertTrue(EnergyBars.of(BucketUnit.DAY, List.of(), LABELS).bars().isEmpty());
  }

  private static EnergyBars bars(Instant now, List<Bucket> buckets) {
    MeterBuckets meter = new MeterBuckets("m", buckets,
        new GapCause.Known(Optional.of(START), Optional.of(at(24)), now));
    return EnergyBars.of(BucketUnit.HOUR, List.of(meter), LABELS);
  }

  private static List<Bucket> hours(double... kwh) {
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < kwh.length; i++)
      buckets.add(bucket(i, Math.max(0, kwh[i]), kwh[i] < 0 ? Duration.ZERO : Duration.ofHours(1)));
    return buckets;
  }

  private static Bucket bucket(int hour, double kwh, Duration covered) {
    return new Bucket(at(hour), at(hour + 1), kwh, covered, covered.isZero() ? 0 : 1, NearEnd.NOTHING);
  }

  private static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }
}
